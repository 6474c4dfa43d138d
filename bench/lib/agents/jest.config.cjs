/** The channel contract over the program of bench/agents.ts; see package.json, `bench:agents`. @type {import('jest').Config} */
module.exports = {
  ...require('../../../jest.config.cjs'),
  rootDir: '../../..',
  roots: ['<rootDir>/bench/lib/agents'],
  maxWorkers: 1,
};
