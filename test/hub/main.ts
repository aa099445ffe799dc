import { releases } from './releases.ts'
import { keyOf, repositoryOf } from './repository.ts'
import { serveHub } from './server.ts'

// Serves the invented releases until it is stopped: npm run fake-hub -- [port]
const hub = await serveHub({
  releases,
  port: Number(process.argv[2] ?? 0),
  tokens: releases.flatMap(({ granted }) => granted ?? []),
})
console.log(`A hub with invented releases is at ${hub.endpoint}. In another terminal:

export HF_ENDPOINT=${hub.endpoint}
`)
for (const release of releases) {
  const { id } = repositoryOf(release)
  const named = release.kind === 'dataset' ? keyOf('dataset', id) : id
  const token = release.granted ? `   (its files with HF_TOKEN=${release.granted})` : ''
  console.log(`node dist/bin/unwash.js hf:${named}${token}`)
}
const told = { requests: 0 }
setInterval(() => {
  for (const { at, path, range, token } of hub.requests.slice(told.requests)) {
    console.log(`${at} ${path}${range ? ` ${range}` : ''}${token ? ' with a token' : ''}`)
  }
  told.requests = hub.requests.length
}, 200)
