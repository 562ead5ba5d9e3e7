import { readFileSync } from 'node:fs';

/** What runs here, for the record. */
export function versions(): { readonly bezero: string; readonly node: string; readonly duckdb: string } {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  return { bezero: own.version, node: process.versions.node, duckdb: own.dependencies['@duckdb/node-api']! };
}
