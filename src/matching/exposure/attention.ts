/**
 * How much attention a place in a ranking gets, the first 1: the discount of DCG (Järvelin and Kekäläinen, 'Cumulated
 * gain-based evaluation of IR techniques', TOIS 2002), which Singh and Joachims take as the exposure of a place
 * ('Fairness of Exposure in Rankings', KDD 2018, section 3.2).
 * @param place from 1
 */
export const attentionAt = (place: number): number => 1 / Math.log2(1 + place);
