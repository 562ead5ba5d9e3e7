/*
 * Reads what `npm audit signatures --json` found of the installed packages, from standard input. A signature that is wrong, or missing where the registry
 * signs, ends the build, and so does a key that nobody knows; a network that is not there does not: what is installed is held against the hashes of the lock file anyway.
 */
import { readFileSync } from 'node:fs';

const network =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR|E5\d\d)$/;

const text = readFileSync(0, 'utf8').trim();
const { invalid = [], missing = [], error } = text === '' ? { error: { code: 'ETIMEDOUT' } } : JSON.parse(text);
const wrong = [...invalid.map((one) => ['is wrong', one]), ...missing.map((one) => ['is missing', one])];
for (const [what, { name, version }] of wrong) console.error(`the signature of ${name}@${version} ${what}`);
if (error && network.test(error.code)) console.log(`signatures of packages: not looked at, no network (${error.code})`);
else if (error) console.error(`signatures of packages: ${error.code ?? ''} ${error.summary}`);
else if (wrong.length === 0) console.log('signatures of packages: as the registry made them');
process.exitCode = wrong.length > 0 || (error && !network.test(error.code)) ? 1 : 0;
