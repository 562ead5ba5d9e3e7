import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/running.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly bin: { readonly bezero: string };
  readonly scripts: { readonly build: string };
};

/** A clone with the program alone. */
function clone(): string {
  const folder = join(temporaryFolder(), 'a clone');
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(root, manifest.bin.bezero), join(folder, manifest.bin.bezero));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

const runIn = (folder: string) => spawnSync(join(folder, manifest.bin.bezero), ['--help'], { encoding: 'utf8' });

describe('the program that npm calls', () => {
  it('is in the repository, to be executed, and no product of the build', () => {
    const tracked = execFileSync('git', ['ls-files', '--stage', manifest.bin.bezero], { cwd: root, encoding: 'utf8' });
    expect(tracked).toMatch(/^100755 /);
    expect(statSync(join(root, manifest.bin.bezero)).mode & 0o111).toBe(0o111);
  });

  it('says what to run first where nothing is built, and runs what is', () => {
    const folder = clone();
    expect(runIn(folder)).toMatchObject({
      status: 5,
      stdout: '',
      stderr: `bezero is not built yet; run "npm ci && npm run build" in ${folder}/ first\n`,
    });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/bin.js'), 'console.log(process.argv.slice(2).join());');
    expect(runIn(folder)).toMatchObject({ status: 0, stdout: '--help\n', stderr: '' });
  });
});

describe('the signatures of packages', () => {
  const judge = (found: object | string) =>
    spawnSync(process.execPath, [join(root, '.ci/signatures.js')], {
      input: typeof found === 'string' ? found : JSON.stringify(found),
      encoding: 'utf8',
    });

  it('end the build where one is wrong or missing, and not where there is no network', () => {
    expect(judge({ invalid: [], missing: [] })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('as the') as string,
    });
    const one = { name: 'left', version: '1.0.0' };
    expect(judge({ invalid: [one], missing: [] })).toMatchObject({
      status: 1,
      stderr: 'the signature of left@1.0.0 is wrong\n',
    });
    expect(judge({ invalid: [], missing: [one] })).toMatchObject({ status: 1 });
    expect(judge({ error: { code: 'EEXPIREDSIGNATUREKEY', summary: 'expired' } })).toMatchObject({ status: 1 });
    for (const offline of [{ error: { code: 'ENOTFOUND', summary: 'no such host' } }, ''])
      expect(judge(offline)).toMatchObject({ status: 0, stdout: expect.stringContaining('not looked at') as string });
  });
});

describe('the build', () => {
  it('leaves what was built before as it was where it fails, and replaces it at the end', () => {
    const folder = clone();
    const build = (compiler: string): number | null => {
      mkdirSync(join(folder, 'bin'), { recursive: true });
      writeFileSync(join(folder, 'bin/tsc'), `#!/bin/sh\n${compiler}\n`, { mode: 0o755 });
      const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']!}` };
      return spawnSync('sh', ['-c', manifest.scripts.build], { cwd: folder, env }).status;
    };
    const into = 'for out; do :; done; mkdir -p "$out"';
    expect(build(`${into}; test ! -e dist; echo one > "$out/bin.js"`)).toBe(0);
    expect(build(`${into}; echo two > "$out/bin.js"; exit 2`)).toBe(2);
    expect(readFileSync(join(folder, 'dist/bin.js'), 'utf8')).toBe('one\n');
    expect(build(`${into}; grep -q one dist/bin.js && echo three > "$out/bin.js"`)).toBe(0);
    expect(readFileSync(join(folder, 'dist/bin.js'), 'utf8')).toBe('three\n');
  });
});
