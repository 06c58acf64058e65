import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceKm, EARTH_RADIUS_KM } from '../../src/kernel/index.ts';

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const quarter = (EARTH_RADIUS_KM * Math.PI) / 2;

describe('the great-circle distance', () => {
  test('is what geometry says where that is plain', () => {
    const pole = { latitude: 90, longitude: 77 };
    expect(distanceKm(pole, { latitude: 0, longitude: -120 })).toBeCloseTo(quarter, 6);
    expect(distanceKm({ latitude: 0, longitude: -90 }, { latitude: 0, longitude: 90 })).toBeCloseTo(
      2 * quarter,
      6,
    );
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
      quarter / 90,
      6,
    );
  });

  test('is that of maps, within half a percent: Stockholm to Paris, Québec to Saguenay', () => {
    const stockholm = { latitude: 59.3293, longitude: 18.0686 };
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    expect(Math.abs(distanceKm(stockholm, paris) / 1544 - 1)).toBeLessThan(0.005);
    const quebec = { latitude: 46.8139, longitude: -71.208 };
    const saguenay = { latitude: 48.4279, longitude: -71.0548 };
    expect(Math.abs(distanceKm(quebec, saguenay) / 180 - 1)).toBeLessThan(0.01);
  });

  test('is the same both ways, zero to the place itself, and never more than half around', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const distance = distanceKm(one, other);
        expect(distanceKm(other, one)).toBe(distance);
        expect(distanceKm(one, one)).toBe(0);
        expect(distance).toBeLessThanOrEqual(2 * quarter + 1e-6);
      }),
    );
  });

  test('is never longer by a third place', () => {
    fc.assert(
      fc.property(place, place, place, (one, other, third) => {
        expect(distanceKm(one, other)).toBeLessThanOrEqual(
          distanceKm(one, third) + distanceKm(third, other) + 1e-3,
        );
      }),
    );
  });
});
