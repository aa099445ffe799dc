// The readers of foreign text, each with the seeds that are damaged for it; of what the build made, since that runs.
import { readFileSync } from 'node:fs'

const built = path => import(new URL(`../../${path}`, import.meta.url))
const seeds = (...names) => names.map(name => readFileSync(new URL(`seeds/${name}`, import.meta.url)))
const DAY = '2026-11-24'

const { loadKnown } = await built('packages/library/dist/known.js')
const { readDocument } = await built('packages/core/dist/documents/index.js')
const { readForm } = await built('packages/sources/dist/mot/read.js')
const { readSignoffs } = await built('packages/core/dist/readings/signoffs.js')
const { readPolicy } = await built('packages/core/dist/policy/read.js')
const { readLock } = await built('packages/project/dist/baseline.js')
const { evidenceIn } = await built('packages/sources/dist/saved/read.js')
const { Evidence, evidenceOf, hashesOf, releaseOf } = await built('packages/sources/dist/saved/save.js')
const { sha256 } = await built('packages/sources/dist/hash.js')
const { gguf } = await built('packages/sources/dist/headers/gguf.js')
const { safetensors } = await built('packages/sources/dist/headers/index.js')
const { decode } = await built('packages/sources/dist/files/decode.js')
const { readInfo } = await built('packages/sources/dist/hub/info.js')
const { boundCard } = await built('packages/sources/dist/hub/index.js')
const { parseJson } = await built('packages/core/dist/text/json.js')
const { identify } = await built('packages/core/dist/licenses/identity/index.js')
const { findClauses } = await built('packages/core/dist/licenses/clauses/find.js')
const { placeholderOf, resolveLink, resolveName } = await built('packages/core/dist/names/index.js')
const { prepare } = await built('packages/core/dist/licenses/given/prepare.js')
const { readLicenses } = await built('packages/core/dist/license.js')
const { readAnnouncement } = await built('packages/core/dist/announcement.js')
const { findReferences } = await built('packages/project/dist/references/find.js')
const { judge } = await built('packages/core/dist/judge.js')
const known = await loadKnown()
const { knowledge, catalog } = known

const text = bytes => new TextDecoder().decode(bytes)
const document = (path, bytes, markup) =>
  readDocument({ path, content: text(bytes), encoding: 'utf-8', truncated: false }, markup)
const code = path => bytes => findReferences([{ path, content: text(bytes) }], knowledge)

/** A release that holds weights and these files, as a source would have read it. */
function releaseWith(files) {
  const texts = Object.entries(files).map(([path, bytes]) => {
    const decoded = decode(bytes)
    return { path, content: decoded.content ?? text(bytes), encoding: 'utf-8', truncated: false }
  })
  const listed = texts.map(({ path, content }) => ({ path, size: content.length, kind: 'file' }))
  return {
    name: 'egret-7b',
    publisher: 'tidewater',
    source: 'folder',
    place: 'egret-7b',
    revision: null,
    complete: true,
    files: [...listed, { path: 'model.safetensors', size: 4_000_000_000, kind: 'file' }],
    texts: new Map(texts.map(one => [one.path, one])),
    headers: [],
    notes: [],
  }
}

/** The whole pipeline; a report must be plain data. */
const audited = files => JSON.stringify(judge(releaseWith(files), known, DAY))

const saving = { version: '0', knowledge: knowledge.version, readOn: DAY }
const saved = () =>
  Buffer.from(JSON.stringify(evidenceOf(releaseWith({ 'README.md': seeds('card.md')[0] }), saving), null, 1))

/** As a person would craft it: with the hashes of what was put into it. */
function craftedEvidence(bytes) {
  const content = text(bytes)
  try {
    evidenceIn('evidence.json', content)
  } catch (error) {
    if (error?.name !== 'UnwashError') throw error
  }
  let value
  try {
    value = Evidence.safeParse(parseJson(content))
  } catch {
    return null
  }
  if (!value.success) return null
  for (const one of value.data.texts) one.sha256 = sha256(one.content)
  const { kind, schemaVersion, sha256: _, ...parts } = value.data
  const whole = JSON.stringify({ kind, schemaVersion, sha256: hashesOf(parts), ...parts })
  return JSON.stringify(judge(releaseOf(evidenceIn('evidence.json', whole)), known, DAY))
}

/** A GGUF file with two keys, a list and a tensor; and the beginning of a safetensors file. */
function headers() {
  const u32 = value => Buffer.from(Uint32Array.of(value).buffer)
  const u64 = value => Buffer.from(BigUint64Array.of(BigInt(value)).buffer)
  const word = words => Buffer.concat([u64(words.length), Buffer.from(words)])
  const keys = [
    [word('general.license'), u32(8), word('apache-2.0')],
    [word('general.tags'), u32(9), u32(8), u64(2), word('text'), word('birds')],
    [word('lists'), u32(9), u32(9), u64(1), u32(4), u64(2), u32(1), u32(2)],
  ].map(parts => Buffer.concat(parts))
  const tensor = Buffer.concat([word('t0'), u32(2), u64(64), u64(32), u32(0), u64(0)])
  const json = Buffer.from(
    '{"__metadata__":{"format":"pt","license":"mit"},"w":{"dtype":"BF16","shape":[64,32],"data_offsets":[0,4096]}}',
  )
  return {
    gguf: Buffer.concat([Buffer.from('GGUF'), u32(3), u64(1), u64(keys.length), ...keys, tensor]),
    safetensors: Buffer.concat([u64(json.length), json, Buffer.alloc(4096)]),
  }
}

const INFO = JSON.stringify({
  sha: '0123456789abcdef0123456789abcdef01234567',
  gated: 'auto',
  tags: ['license:mit', 'base_model:finetune:marsh-lab/heron-7b'],
  cardData: { license: 'other', license_name: 'harbor', extra_gated_fields: { Name: 'text' }, datasets: ['a/b'] },
  baseModels: { relation: 'finetune', models: [{ id: 'marsh-lab/heron-7b' }] },
  siblings: [{ rfilename: 'README.md' }],
})

/** Every reader: its seeds, what reads them, and a file of its kind with any words `within`. A value, or an error of the house, is an answer; anything else is not. */
export const readers = [
  {
    id: 'front-matter',
    within: words => `---\nlicense: ${words}\n---\n`,
    seeds: seeds('card.md'),
    read: bytes => document('README.md', bytes).frontMatter,
  },
  {
    id: 'mot',
    within: words => `framework:\n  name: Model Openness Framework\nrelease: ${words}`,
    seeds: seeds('form.yml'),
    read: bytes => readForm(text(bytes), 'form.yml', 'form.yml'),
  },
  {
    id: 'signoff',
    within: words => `- requirement: ${words}`,
    seeds: seeds('signoff.yml'),
    read: bytes => readSignoffs('signoff.yml', text(bytes)),
  },
  {
    id: 'policy',
    within: words => `rules: ${words}`,
    seeds: seeds('policy.yml'),
    read: bytes => readPolicy(text(bytes)),
  },
  {
    id: 'lock',
    within: words => `lockVersion: 1\nused: ${words}`,
    seeds: seeds('lock.yml'),
    read: bytes => readLock(text(bytes)),
  },
  {
    id: 'evidence',
    within: words => `{"kind": "unwash-evidence", "schemaVersion": 1, "release": ${words}}`,
    seeds: [saved()],
    read: craftedEvidence,
  },
  {
    id: 'hub-info',
    within: words => `{"sha": ${words}}`,
    seeds: [Buffer.from(INFO)],
    read: bytes => JSON.stringify(boundCard(readInfo(bytes).card)),
  },
  {
    id: 'config',
    within: words => `{"hidden_act": ${words}}`,
    seeds: seeds('config.json'),
    read: bytes => audited({ 'config.json': bytes, 'adapter_config.json': bytes, 'configuration.json': bytes }),
  },
  {
    id: 'settings',
    within: words => `model: ${words}`,
    seeds: seeds('settings.yaml', 'config.json'),
    read: code('conf/settings.yaml'),
  },
  {
    id: 'markdown',
    within: words => words,
    seeds: seeds('card.md', 'summary.md'),
    read: bytes => document('README.md', bytes).blocks,
  },
  {
    id: 'html',
    within: words => words,
    seeds: seeds('page.html', 'card.md'),
    read: bytes => document('page.html', bytes, 'html').blocks,
  },
  {
    id: 'transcript',
    within: words => `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${words}`,
    seeds: seeds('transcript.vtt'),
    read: bytes => document('talk.vtt', bytes).blocks,
  },
  {
    id: 'identity',
    within: words => words,
    seeds: seeds('license.txt', 'mit.txt'),
    read: bytes => identify(text(bytes), catalog, { context: bytes.length % 2 ? 'license' : 'prose' }),
  },
  {
    id: 'clauses',
    within: words => words,
    seeds: seeds('license.txt'),
    read: bytes => findClauses(text(bytes), knowledge),
  },
  {
    id: 'license',
    within: words => words,
    seeds: seeds('license.txt', 'mit.txt', 'page.html', 'form.yml', 'config.json', 'card.md'),
    read: async bytes => {
      const asked = await prepare({ path: 'LICENSE', content: text(bytes), as: 'legal' })
      return readLicenses({ asked: [asked], beside: [], unread: [] }, known)
    },
  },
  {
    id: 'license-name',
    within: words => words,
    seeds: [Buffer.from('(MIT OR Apache-2.0) AND CC BY-NC 4.0+'), Buffer.from('https://spdx.org/licenses/MIT.html')],
    read: bytes => [
      resolveName(text(bytes), knowledge),
      resolveLink(text(bytes), knowledge),
      placeholderOf(text(bytes)),
    ],
  },
  {
    id: 'claims',
    within: words => words,
    seeds: seeds('announcement.md', 'card.md'),
    read: bytes => readAnnouncement([document('post.md', bytes)], null, knowledge),
  },
  {
    id: 'card',
    within: words => words,
    seeds: seeds('card.md', 'announcement.md'),
    read: bytes => audited({ 'README.md': bytes }),
  },
  {
    id: 'training-summary',
    within: words => `# Public summary of training content\n\n${words}`,
    seeds: seeds('summary.md'),
    read: bytes => audited({ 'README.md': Buffer.from('# Egret'), 'training-summary.md': bytes }),
  },
  { id: 'gguf', seeds: [headers().gguf], read: bytes => gguf.read('w.gguf', bytes, bytes.length * 2) },
  {
    id: 'safetensors',
    seeds: [headers().safetensors],
    read: bytes => safetensors.read('w.safetensors', bytes, bytes.length),
  },
  {
    id: 'notebook',
    within: words => JSON.stringify({ cells: [{ cell_type: 'code', source: `from_pretrained("a/b")\n${words}` }] }),
    seeds: seeds('notebook.ipynb'),
    read: code('a.ipynb'),
  },
  { id: 'python', within: words => `from_pretrained("a/b")\n${words}`, seeds: seeds('code.py'), read: code('a.py') },
  {
    id: 'javascript',
    within: words => `pipeline('text-generation', 'a/b')\n${words}`,
    seeds: seeds('code.js'),
    read: code('a.jsx'),
  },
  { id: 'modelfile', within: words => `FROM ${words}`, seeds: seeds('Modelfile'), read: code('Modelfile') },
]

/** What a reader may throw: trouble that its caller is told of in words. */
export const isTold = error => error?.name === 'UnwashError' || error?.name === 'HubTrouble'
