import { registerEnumType } from 'type-graphql';

/**
 * Publishes a list of words as a GraphQL enum.
 * @returns the object that stands for the enum in `@Field(() => …)`.
 */
export function graphqlEnum<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
  meanings: Partial<Record<Word, string>> = {},
): { [W in Word]: W } {
  const values = Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(meanings).map(([word, meaning]) => [word, { description: meaning }]),
    ) as Partial<Record<Word, { description: string }>>,
  });
  return values;
}
