/** The key of every shop of the bench: nothing in them is a secret. */
export const BENCH_KEY = 'b5'.repeat(32);
