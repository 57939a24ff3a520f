// Rules of dependency-cruiser, made from architecture.json. tests/architecture/ plants an offence against each.
import { readFileSync } from 'node:fs';

const { modules, kernelLibraries, domainLibraries } = JSON.parse(
  readFileSync(new URL('./architecture.json', import.meta.url), 'utf8'),
);

const either = (names) => (names.length === 0 ? '(?!)' : `(?:${names.join('|')})`);
const library = (names) => `(?:^|/)node_modules/${either(names.map((name) => name.replace('/', '[/]')))}/`;
const tests = '(?:\\.test\\.ts$|^tests/|[/.]testing\\.ts$)';
const rulesOnly = modules.filter((each) => each.rulesOnly).map((each) => each.name);

/** An arrow that must not be: from a room to anything that `to` describes. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const room = (name) => `^src/modules/([^/]+)/${name}/`;
const production = (path) => ({ path, pathNot: tests });

const insideModules = [
  forbid(
    'domain-is-pure',
    'A rule depends on its own module’s rules, the kernel and the doors of other modules.',
    production(room('domain')),
    {
      pathNot: [
        '^src/modules/$1/domain/',
        '^src/kernel/',
        '^src/modules/[^/]+/public\\.ts$',
        library(domainLibraries),
      ],
    },
  ),
  forbid(
    'domain-runs-only-rules',
    'Of a module that is more than rules, a rule takes types alone.',
    production(room('domain')),
    {
      path: '^src/modules/[^/]+/public\\.ts$',
      pathNot: `^src/modules/${either(rulesOnly)}/`,
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'store-knows-only-domain',
    'The statements know what they store, not who asks.',
    production(room('store')),
    { path: ['^src/modules/[^/]+/(?:use-cases|web|letters)/', '^src/platform/(?:web|mail)/'] },
  ),
  forbid(
    'use-cases-know-no-pages',
    'A use case answers values; pages turn them into HTML. The words of a letter are no page, nor is who asks.',
    production(room('use-cases')),
    {
      path: ['^src/modules/[^/]+/web/', '^src/platform/web/', library(['fastify', '@fastify/[^/]+'])],
      pathNot: ['/web/words/', '^src/platform/web/who\\.ts$'],
    },
  ),
  forbid('letters-know-no-store', 'A letter is written from values.', production(room('letters')), {
    path: ['^src/modules/[^/]+/(?:use-cases|store)/', '^src/platform/database/'],
  }),
  forbid(
    'definitions-are-pure',
    'What a procedure asks and checks is a rule; only its effects act.',
    {
      path: '^src/modules/procedures/[^/]+/',
      pathNot: [tests, '^src/modules/procedures/letters/', '/effects\\.ts$'],
    },
    {
      pathNot: [
        '^src/modules/procedures/',
        '^src/kernel/',
        '^src/modules/[^/]+/public\\.ts$',
        library(domainLibraries),
      ],
    },
  ),
  forbid('web-does-not-touch-the-store', 'A page asks a use case.', production(room('web')), {
    path: '^src/modules/[^/]+/store/',
  }),
  forbid(
    'statements-only-in-the-store',
    'Only the store writes SQL: the other rooms pass an open transaction on by its type.',
    production('^src/modules/[^/]+/(?!store/)'),
    {
      path: ['^src/platform/database/database\\.ts$', library(['pg', 'kysely'])],
      dependencyTypesNot: ['type-only'],
    },
  ),
];

const betweenModules = [
  forbid(
    'modules-by-their-door',
    'Another module is entered through its public.ts; tests also use its builders.',
    { path: '^src/modules/([^/]+)/' },
    { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(?:public|testing)\\.ts$'] },
  ),
  forbid(
    'program-enters-modules-by-their-door',
    'What puts the product together sees only what a module offers.',
    production('^src/(?:app|demo)/'),
    { path: '^src/modules/', pathNot: '^src/modules/[^/]+/public\\.ts$' },
  ),
  forbid(
    'builders-only-in-tests',
    'Builders and test support are not part of the product.',
    production('^src/'),
    { path: ['^tests/', '[/.]testing\\.ts$', '\\.test\\.ts$'] },
  ),
  ...modules.map(({ name, uses }) =>
    forbid(
      `${name}-uses-only-what-architecture-json-allows`,
      `${name} may use: ${uses.join(', ') || 'no other module'}.`,
      { path: `^src/modules/${name}/` },
      { path: '^src/modules/', pathNot: `^src/modules/${either([name, ...uses])}/` },
    ),
  ),
];

const aroundModules = [
  forbid(
    'kernel-stands-alone',
    'The kernel imports nothing but the libraries that define its words.',
    production('^src/kernel/'),
    { pathNot: ['^src/kernel/', library(kernelLibraries)] },
  ),
  forbid(
    'platform-knows-no-module',
    'The machinery serves any office, whatever its product.',
    { path: '^src/platform/' },
    { path: '^src/(?:modules|app|demo)/' },
  ),
  forbid(
    'nobody-imports-the-program',
    'The program puts the others together, never the reverse.',
    { path: '^src/(?:modules|demo)/' },
    { path: '^src/app/' },
  ),
  forbid(
    'demo-only-from-the-program',
    'Conveniences of the demonstration are switched on in one place.',
    production('^src/(?!app/|demo/)'),
    { path: '^src/demo/' },
  ),
  forbid(
    'browser-modules-stay-in-the-browser',
    'What runs in a browser takes nothing from the server but words of the kernel, the check of QR codes, and the libraries for codes and passkeys.',
    production('^src/app/browser/'),
    {
      pathNot: [
        '^src/app/browser/',
        '^src/kernel/',
        '^src/platform/qr-credential/',
        library(['qr', '@simplewebauthn/browser']),
      ],
    },
  ),
  forbid(
    'database-driver-in-one-place',
    'Connections are opened by the platform alone.',
    production('^src/(?!platform/database/)'),
    { path: library(['pg']), dependencyTypesNot: ['type-only'] },
  ),
  forbid('no-cycle', 'Two files that need each other are one thing, or three.', {}, { circular: true }),
  forbid(
    'no-orphan',
    'A file that nobody imports is dead.',
    {
      orphan: true,
      pathNot: [tests, '\\.d\\.ts$', '^src/app/main\\.ts$', '^src/app/browser/', '\\.(?:scss|svg)$'],
    },
    {},
  ),
  forbid('everything-resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  forbid('no-development-library', 'The product runs on what is installed for it.', production('^src/'), {
    dependencyTypes: ['npm-dev'],
    dependencyTypesNot: ['type-only'],
    pathNot: library(['@types/[^/]+']),
  }),
  forbid(
    'every-library-is-named',
    'A library in use is named in package.json.',
    { path: '^src/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

export default {
  forbidden: [...insideModules, ...betweenModules, ...aroundModules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(?:scss|svg|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
