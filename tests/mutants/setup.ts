import fc from 'fast-check';
import { inject } from 'vitest';
import { watch } from './watch.ts';

watch.use(inject('active'));
// The same samples at every run, or a mutant would be seen today and missed tomorrow.
fc.configureGlobal({ seed: 20_211_102, endOnFailure: true });
