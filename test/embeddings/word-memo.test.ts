import { describe, expect, it } from 'vitest';
import { withMemory } from '../../src/embeddings/word-memo.ts';

describe('a word that was split before', () => {
  const counted = () => {
    const asked: string[] = [];
    const split = (word: string) => {
      asked.push(word);
      return [...word];
    };
    return { asked, split };
  };

  it('is not split again', () => {
    const { asked, split } = counted();
    const remembering = withMemory(split);
    expect(remembering('vård')).toEqual(['v', 'å', 'r', 'd']);
    expect(remembering('vård')).toEqual(['v', 'å', 'r', 'd']);
    expect(asked).toEqual(['vård']);
  });

  it('is forgotten when many others came since', () => {
    const { asked, split } = counted();
    const remembering = withMemory(split, 10);
    for (const word of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'a']) remembering(word);
    expect(asked.filter((word) => word === 'a')).toHaveLength(2);
  });

  it('is kept when it keeps coming', () => {
    const { asked, split } = counted();
    const remembering = withMemory(split, 10);
    for (let i = 0; i < 100; i += 1) {
      remembering('och');
      remembering(`rare${i}`);
    }
    expect(asked.filter((word) => word === 'och')).toHaveLength(1);
  });
});
