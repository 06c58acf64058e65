import { EARTH_RADIUS_KM } from '../../kernel/index.ts';
import { placeOf, type Workplace } from './commuting-area.ts';

/**
 * Groups work places so that whatever lies in one commuting area with a place is in few groups: those at a known place
 * by bands of latitude as high as the reach (and, for places known only by region, by region too), the others by
 * region, those done from home apart. Bands alone: a grid of both would have to widen towards the poles.
 */
export class AreaIndex<Item extends { place: Workplace }> {
  readonly #groups = new Map<string, Item[]>();
  readonly #all: Item[] = [];
  readonly #degrees: number;

  /** @param km the reach. */
  constructor(km: number) {
    // A millionth more, lest rounding put a place at the very limit two bands away.
    this.#degrees = Math.max((km / EARTH_RADIUS_KM) * (180 / Math.PI) * (1 + 1e-6), 1e-3);
  }

  add(item: Item): void {
    this.#all.push(item);
    const { place } = item;
    const located = placeOf(place);
    if (place.remote) this.#put('remote', item);
    else if (located) {
      this.#put(`band ${this.#band(located.latitude)}`, item);
      if (place.region != null) this.#put(`located in ${place.region}`, item);
    } else if (place.region != null) this.#put(`somewhere in ${place.region}`, item);
  }

  /** The groups in which all are that lie in one commuting area with the place, each in the order of adding. */
  near(place: Workplace): readonly (readonly Item[])[] {
    if (place.remote) return [this.#all];
    const located = placeOf(place);
    const names = ['remote'];
    if (place.region != null) names.push(`somewhere in ${place.region}`);
    if (located) {
      const band = this.#band(located.latitude);
      names.push(`band ${band - 1}`, `band ${band}`, `band ${band + 1}`);
    } else if (place.region != null) names.push(`located in ${place.region}`);
    return names.flatMap((name) => {
      const group = this.#groups.get(name);
      return group ? [group] : [];
    });
  }

  #band(latitude: number): number {
    return Math.floor(latitude / this.#degrees);
  }

  #put(name: string, item: Item): void {
    const group = this.#groups.get(name);
    if (group) group.push(item);
    else this.#groups.set(name, [item]);
  }
}
