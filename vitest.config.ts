import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // TypeGraphQL reads the types of decorated members at run time.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  // One copy of graphql: loaded both as ESM and as CommonJS it refuses its own objects ("another realm").
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql') } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/testkit/setup.ts'],
    globalSetup: ['test/testkit/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
