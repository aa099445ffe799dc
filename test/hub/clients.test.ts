import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gguf } from '@huggingface/gguf'
import * as client from '@huggingface/hub'
import { describe, expect, test } from 'vitest'
import { whenFileEnds } from '../ends.ts'
import { bittern, egret, heron, releases } from './releases.ts'
import { repositoryOf } from './repository.ts'
import { serveHub } from './server.ts'

/** The hub of these tests is only as good as what the Hub's own clients make of it. */

const TOKEN = 'hf_inventedTokenOfSomeone'
const granted = { ...bittern, granted: TOKEN }
const chunked = { ...heron, name: 'heron-xet', xet: true }
const deep = { ...egret, name: 'deep', files: { ...egret.files, 'a/b/one.json': '{}', 'a/two.json': '{}' } }
const served = serveHub({
  releases: [...releases.filter(one => one !== bittern), granted, chunked, deep],
  tokens: [TOKEN],
  moved: { 'old-lab/heron': 'marsh-lab/heron-7b' },
  organizations: ['marsh-lab'],
  page: 3,
})
whenFileEnds(async () => (await served).close())
const hubUrl = (await served).endpoint
const folder = mkdtempSync(join(tmpdir(), 'unwash-clients-'))
whenFileEnds(() => rmSync(folder, { recursive: true, force: true }))

const at = { hubUrl, repo: 'marsh-lab/heron-7b' }
const weights = repositoryOf(heron).files.find(({ path }) => path === 'model.safetensors')
const sha = repositoryOf(heron).sha

async function all<T>(asked: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of asked) found.push(one)
  return found
}
const textOf = async (blob: Blob | null) => (blob === null ? null : blob.text())

/** One call of a client, and what it gives. */
type Call = readonly [name: string, call: () => Promise<unknown>, gives: unknown]

const javascript: readonly Call[] = [
  [
    'modelInfo',
    () =>
      client.modelInfo({ hubUrl, name: at.repo, additionalFields: ['sha', 'cardData', 'safetensors', 'filePaths'] }),
    { name: at.repo, gated: false, sha, cardData: { license: 'apache-2.0' }, safetensors: { total: 2_048_000 } },
  ],
  ['modelInfo of a tag', () => client.modelInfo({ hubUrl, name: at.repo, revision: 'v1' }), { name: at.repo }],
  ['modelInfo of an old name', () => client.modelInfo({ hubUrl, name: 'old-lab/heron' }), { name: at.repo }],
  ['datasetInfo', () => client.datasetInfo({ hubUrl, name: 'marsh-lab/reeds' }), { name: 'marsh-lab/reeds' }],
  [
    'listModels',
    async () => (await all(client.listModels({ hubUrl, search: { owner: 'marsh-lab' } }))).map(({ name }) => name),
    [at.repo, 'marsh-lab/heron-xet'],
  ],
  [
    'listModels by tag',
    async () => (await all(client.listModels({ hubUrl, search: { tags: ['license:mit'] } }))).map(({ name }) => name),
    ['tidewater/egret-7b', 'tidewater/deep'],
  ],
  [
    'listModels with additionalFields',
    () =>
      all(client.listModels({ hubUrl, limit: 1, sort: 'downloads', additionalFields: ['sha', 'tags', 'filePaths'] })),
    [expect.objectContaining({ sha: expect.stringMatching(/^[0-9a-f]{40}$/), filePaths: expect.any(Array) })],
  ],
  [
    'listDatasets',
    async () => (await all(client.listDatasets({ hubUrl }))).map(({ name }) => name),
    ['marsh-lab/reeds'],
  ],
  [
    'listFiles',
    async () => (await all(client.listFiles({ hubUrl, repo: 'tidewater/deep' }))).map(({ path }) => path),
    ['a', 'README.md', 'config.json', 'model.safetensors'],
  ],
  [
    'listFiles of a folder',
    async () => (await all(client.listFiles({ hubUrl, repo: 'tidewater/deep', path: 'a' }))).map(({ path }) => path),
    ['a/b', 'a/two.json'],
  ],
  [
    'listFiles of all folders',
    async () =>
      (await all(client.listFiles({ hubUrl, repo: 'tidewater/deep', recursive: true }))).map(({ path }) => path),
    ['a', 'a/b', 'README.md', 'a/b/one.json', 'a/two.json', 'config.json', 'model.safetensors'],
  ],
  [
    'listFiles with commits',
    async () => (await all(client.listFiles({ ...at, expand: true })))[0],
    { lastCommit: { id: sha } },
  ],
  [
    'pathsInfo',
    () => client.pathsInfo({ ...at, paths: ['README.md', 'model.safetensors', 'gone'], expand: true }),
    [expect.objectContaining({ path: 'README.md' }), expect.objectContaining({ lfs: expect.anything() })],
  ],
  [
    'fileDownloadInfo of a text',
    () => client.fileDownloadInfo({ ...at, path: 'README.md' }),
    { size: String(heron.files?.['README.md']).length, etag: expect.stringMatching(/^"[0-9a-f]{40}"$/) },
  ],
  [
    'fileDownloadInfo of weights',
    () => client.fileDownloadInfo({ ...at, path: 'model.safetensors' }),
    { size: 4_100_000, etag: `"${weights?.sha256}"` },
  ],
  [
    'fileDownloadInfo of chunks',
    () => client.fileDownloadInfo({ hubUrl, repo: 'marsh-lab/heron-xet', path: 'model.safetensors' }),
    { size: 4_100_000, xet: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ],
  ['fileDownloadInfo of none', () => client.fileDownloadInfo({ ...at, path: 'gone.txt' }), null],
  [
    'downloadFile',
    async () => textOf(await client.downloadFile({ ...at, path: 'README.md' })),
    heron.files?.['README.md'],
  ],
  [
    'downloadFile of a part',
    async () =>
      (await (await client.downloadFile({ ...at, path: 'model.safetensors' }))?.slice(0, 8).arrayBuffer())?.byteLength,
    8,
  ],
  [
    'downloadFile of a pointer',
    async () => textOf(await client.downloadFile({ ...at, path: 'model.safetensors', raw: true })),
    expect.stringContaining(`oid sha256:${weights?.sha256}`),
  ],
  [
    'downloadFileToCacheDir',
    async () =>
      readFileSync(await client.downloadFileToCacheDir({ ...at, path: 'README.md', cacheDir: folder }), 'utf8'),
    heron.files?.['README.md'],
  ],
  ['snapshotDownload', () => client.snapshotDownload({ ...at, cacheDir: folder }), expect.stringContaining(sha)],
  ['fileExists', () => client.fileExists({ ...at, path: 'README.md' }), true],
  ['fileExists of none', () => client.fileExists({ ...at, path: 'gone.txt' }), false],
  ['repoExists', () => client.repoExists(at), true],
  ['repoExists of none', () => client.repoExists({ hubUrl, repo: 'nobody/none' }), false],
  ['listCommits', async () => (await all(client.listCommits(at))).map(({ oid }) => oid), [sha]],
  ['countCommits', () => client.countCommits(at), 1],
  ['checkRepoAccess', () => client.checkRepoAccess(at), undefined],
  ['whoAmI', () => client.whoAmI({ hubUrl, accessToken: TOKEN }), { name: 'someone', auth: { type: 'access_token' } }],
  [
    'downloadFile behind a gate, with a token',
    async () =>
      textOf(await client.downloadFile({ hubUrl, repo: 'hedgerow/bittern-13b', path: 'LICENSE', accessToken: TOKEN })),
    bittern.files?.LICENSE,
  ],
  [
    'parseSafetensorsMetadata',
    () => client.parseSafetensorsMetadata({ ...at, path: 'model.safetensors' }),
    { header: { 'model.embed_tokens.weight': { dtype: 'BF16' } } },
  ],
  [
    'gguf',
    () => gguf(`${hubUrl}/${at.repo}/resolve/main/heron-7b.gguf`),
    { metadata: { 'general.license': 'apache-2.0' } },
  ],
]

describe('@huggingface/hub and @huggingface/gguf', () => {
  test.each(javascript)('%s', async (_, call, gives) => {
    const given = await call()
    if (typeof gives === 'object' && gives !== null && !Array.isArray(gives) && !('asymmetricMatch' in gives))
      expect(given).toMatchObject(gives)
    else expect(given).toEqual(gives)
  })

  test.each([
    ['a gated file', () => client.downloadFile({ hubUrl, repo: 'hedgerow/bittern-13b', path: 'LICENSE' }), 401],
    ['no such model', () => client.modelInfo({ hubUrl, name: 'nobody/none' }), 401],
    ['no such revision', () => client.modelInfo({ hubUrl, name: at.repo, revision: 'v9' }), 404],
    ['a token that is none', () => client.whoAmI({ hubUrl, accessToken: 'hf_mistyped' }), 401],
  ])('is refused: %s', async (_, call, statusCode) => {
    await expect(call()).rejects.toMatchObject({ statusCode })
  })
})

const PYTHON = `
import json, sys
from huggingface_hub import HfApi, hf_hub_download, snapshot_download, get_hf_file_metadata, hf_hub_url
from huggingface_hub.utils import GatedRepoError, RepositoryNotFoundError
endpoint, folder, token = sys.argv[1:4]
api = HfApi(endpoint=endpoint)
name = 'marsh-lab/heron-7b'
def refused(kind, call):
    try:
        call()
    except kind:
        return True
    return False
calls = {
    'model_info': lambda: api.model_info(name, files_metadata=True).siblings[0].size > 0,
    'old name': lambda: api.model_info('old-lab/heron').id == name,
    'dataset_info': lambda: api.dataset_info('marsh-lab/reeds').id == 'marsh-lab/reeds',
    'list_models': lambda: [m.id for m in api.list_models(author='tidewater')] == ['tidewater/egret-7b', 'tidewater/deep'],
    'list_datasets': lambda: [d.id for d in api.list_datasets()] == ['marsh-lab/reeds'],
    'list_repo_files': lambda: len(api.list_repo_files(name)) == 6,
    'list_repo_tree': lambda: len(list(api.list_repo_tree('tidewater/deep', recursive=True))) == 7,
    'list_repo_refs': lambda: api.list_repo_refs(name).tags[0].name == 'v1',
    'list_repo_commits': lambda: len(api.list_repo_commits(name)) == 1,
    'get_paths_info': lambda: len(api.get_paths_info(name, ['README.md', 'model.safetensors'])) == 2,
    'get_hf_file_metadata': lambda: get_hf_file_metadata(hf_hub_url(name, 'model.safetensors', endpoint=endpoint)).size == 4100000,
    'hf_hub_download': lambda: open(hf_hub_download(name, 'README.md', endpoint=endpoint, cache_dir=folder)).read().startswith('---'),
    'snapshot_download': lambda: snapshot_download(name, endpoint=endpoint, cache_dir=folder, allow_patterns='*.json') != '',
    'auth_check': lambda: api.auth_check(name) is None,
    'auth_check refused': lambda: refused(GatedRepoError, lambda: api.auth_check('hedgerow/bittern-13b')),
    'no such model': lambda: refused(RepositoryNotFoundError, lambda: api.model_info('nobody/none')),
    'whoami': lambda: api.whoami(token=token)['name'] == 'someone',
}
for word, call in calls.items():
    try:
        print(json.dumps([word, call()]))
    except Exception as error:
        print(json.dumps([word, repr(error)]))
`
const hasPython = spawnSync('python3', ['-c', 'import huggingface_hub']).status === 0

test.skipIf(!hasPython)("Python's huggingface_hub, where it is installed", async () => {
  const env = { ...process.env, HF_ENDPOINT: hubUrl, HF_HOME: folder, HF_TOKEN: '' }
  const { stdout } = await promisify(execFile)('python3', ['-c', PYTHON, hubUrl, folder, TOKEN], { env })
  const answers = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(answers.filter(([, passed]) => passed !== true)).toEqual([])
  expect(answers.length).toBe(17)
})
