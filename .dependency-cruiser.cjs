/**
 * The import laws of the house (see ARCHITECTURE.md). A room imports only from itself or from a lower floor;
 * rooms on one floor do not know each other; nothing that decides knows the framework.
 */
const FLOORS = [
  ['^src/text/', '^src/learning/'],
  ['^src/knowledge/'],
  ['^src/reading/', '^src/matching/', '^src/safety/', '^src/eligibility/'],
  ['^dialogs/', '^src/staff/', '^src/handover/'],
  ['^src/bot/'],
  ['^src/channels/', '^src/storage/'],
  ['^src/server/'],
];
const ROOF = ['^src/main\\.ts$', '^src/program/', '^src/cli/'];

const floorLaws = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `floors-${room.replace(/[^a-z]/g, '')}`,
    comment: 'Import only from your own room or a lower floor; rooms on one floor do not know each other.',
    severity: 'error',
    from: { path: room },
    to: {
      path: [
        ...FLOORS.slice(floor)
          .flat()
          .filter((other) => other !== room),
        ...ROOF,
      ],
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorLaws,
    {
      name: 'deciding-is-framework-free',
      comment: 'What decides (floors 0 to 2) knows neither Bot Framework nor restify: they can be replaced.',
      severity: 'error',
      from: {
        path: [
          '^src/text/',
          '^src/learning/',
          '^src/knowledge/',
          '^src/reading/',
          '^src/matching/',
          '^src/safety/',
          '^src/eligibility/',
        ],
      },
      to: { path: 'node_modules/(botbuilder|botframework|restify)' },
    },
    {
      name: 'browser-code-stays-apart',
      comment: 'web/ runs in a browser: of the server it knows only the pure text functions of floor 0.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|dialogs)/', pathNot: '^src/text/' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(src|dialogs|web)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-dev-packages-in-product',
      severity: 'error',
      from: { path: '^(src|dialogs|web)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|dialogs)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
