// Prints "N passed, N failed" from the results of a test run, and ends with the code of the checks or a worse one.
import { existsSync, readFileSync } from 'node:fs';

const [, , file, code] = process.argv;
let failed = 0;
let passed = 0;
if (existsSync(file)) {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  passed = results.numPassedTests;
  failed = results.numFailedTests;
} else {
  process.stdout.write('A check before the tests failed: no test has run.\n');
}
const sound = code === '0' && failed === 0 && passed > 0;
// What fails outside a test (a file that does not load, a check) counts as one.
if (!sound && failed === 0) failed = 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = sound ? 0 : 1;
