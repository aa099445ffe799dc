// Reading licenses: naming them, then their clauses.
await import('./identity.bench.mjs')
await import('./clauses.bench.mjs')
