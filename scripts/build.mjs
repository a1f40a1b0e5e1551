// Bundles the server for `npm start` into one file, the WhatsApp bridge and the command line into others, packages too: a
// start that reads some hundred files of theirs takes nearly twice as long (measured: 7.3 times an empty Node process,
// against 4.4). Four
// stay in node_modules: the driver of the database, beside its binary, grammY, whose fetch knows a signal by the name of
// its class, which a bundle changes, whatsapp-web.js, which is optional, and pdfkit, which only labels are made with.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/main.ts', 'src/bridge.ts', 'src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  external: ['libsql', 'grammy', 'whatsapp-web.js', 'pdfkit'],
  // Packages that are no modules ask for Node's own in this way.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
  platform: 'node',
  target: 'node20',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  logLevel: 'warning',
});
