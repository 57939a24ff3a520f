import fc from 'fast-check';

// The same input at every check, so that a check tells of the change it looks at; other input with FUZZ_RUNS.
if (process.env['FUZZ_RUNS'] === undefined)
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_125 });
