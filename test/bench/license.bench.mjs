// Reading licenses: naming them, then their clauses, then how fast.
await import('./identity.bench.mjs')
await import('./clauses.bench.mjs')
await import('./speed.bench.mjs')
