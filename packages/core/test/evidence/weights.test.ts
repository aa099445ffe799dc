import { describe, expect, test } from 'vitest'
import { gathered, offerOf, withReadme } from './gathered.ts'

const README = '# Heron\n\nA model of birds.\n'
const big = { size: 5_000_000_000 }
const pointer = { size: 5_000_000_000, kind: 'pointer' } as const

describe('weights in the release', () => {
  test.each([
    ['one file', 'model.safetensors'],
    ['a shard', 'model-00001-of-00004.safetensors'],
    ['a checkpoint in a folder', 'checkpoints/heron.ckpt'],
    ['a quantized file', 'heron-7b.Q4_K_M.gguf'],
    ['a file of the large kind whose name says little', 'heron.bin'],
    ['a split archive', 'weights/heron.zip.001'],
    ['a split file', 'pytorch_model.bin.part-aa'],
    ['a file in a folder per size', '7b/consolidated.00.pth'],
    ['a small adapter', 'adapter_model.bin', { size: 5_000_000 }],
    ['a small model', 'heron.safetensors', { size: 5_000_000 }],
  ])('%s is offered in the tree, and cited', (_, path, file = big) => {
    const { weights } = withReadme(README, { [path]: file })
    expect(weights.offer).toBe('in-tree')
    expect(weights.cited).toEqual([{ path }])
    expect(weights.files.map(file => file.path)).toEqual([path])
  })

  test('a pointer to a large file counts as the file', () => {
    expect(offerOf(README, { 'model.safetensors': pointer })).toBe('in-tree')
  })

  test('a file whose size nobody knows counts too', () => {
    expect(offerOf(README, { 'model.safetensors': { size: null } })).toBe('in-tree')
  })

  test('a list of shards alone names the weights', () => {
    const { weights } = withReadme(README, { 'model.safetensors.index.json': '{"weight_map": {}}' })
    expect(weights.offer).toBe('named')
    expect(weights.cited).toEqual([{ path: 'model.safetensors.index.json' }])
  })

  test.each([
    ['the state of an optimizer', 'optimizer.pt', big],
    ['the state of training', 'rng_state_0.pth', big],
    ['a tokenizer', 'tokenizer.bin', big],
    ['a log for a dashboard', 'runs/events.out.tfevents.bin', big],
    ['a file too small for a model', 'model.safetensors', { size: 2_000 }],
    ['a fixture of a test', 'tests/fixtures/model.safetensors', big],
    ['the model of somebody else', 'third_party/ibis/model.safetensors', big],
    ['a table of numbers', 'stats/latents.npz', { size: 1_000_000 }],
    ['an archive', 'images.tar', { size: 1_000_000 }],
    ['a wheel', 'dist/heron-1.0-py3-none-any.whl', big],
    ['a paper', 'heron.pdf', big],
    ['a picture', 'assets/model.png', big],
  ])('%s is no weights', (_, path, file) => {
    expect(offerOf(README, { [path]: file })).toBe('none')
  })

  test("a detector deep inside a program is the program's, not the model", () => {
    const files = { 'heron_app/utils/face_detector.pth': big, 'src/main.py': { size: 900 } }
    expect(offerOf(README, files)).toBe('none')
    const linked = `${README}\nWeights: [here](https://huggingface.co/marsh-lab/heron-7b)\n`
    expect(offerOf(linked, files)).toBe('linked')
  })
})

describe('part of a program', () => {
  test('weights in its folders are the model where there is no program, or not in its folders', () => {
    expect(offerOf(README, { 'src/heron.pth': big })).toBe('in-tree')
    expect(offerOf(README, { 'checkpoints/heron.pth': big, 'src/main.py': { size: 900 } })).toBe('in-tree')
  })
})

describe('part of a model', () => {
  test('an adapter is part of one, whole weights beside it make it whole', () => {
    const adapter = { 'adapter_config.json': '{}', 'adapter_model.safetensors': { size: 40_000_000 } }
    expect(withReadme(README, adapter).weights).toMatchObject({ offer: 'in-tree', part: 'adapter' })
    const merged = { ...adapter, 'model-00001-of-00002.safetensors': big }
    expect(withReadme(README, merged).weights.part).toBeNull()
  })

  test.each(['heron-7b-delta', 'heron-7b-delta-v1', 'heron_diff'])('%s is a difference by its name', name => {
    expect(gathered({ name, files: { 'README.md': README, 'model.safetensors': big } }).weights.part).toBe('delta')
  })

  test('a card that says "delta weights" offers a difference', () => {
    const readme = `${README}\nThese are delta weights; apply them on top of the original Egret weights.\n`
    expect(withReadme(readme, { 'model.safetensors': big }).weights.part).toBe('delta')
  })

  test('a whole model is no part', () => {
    expect(withReadme(README, { 'model.safetensors': big }).weights.part).toBeNull()
    expect(gathered({ name: 'delta-force', files: { 'README.md': README } }).weights.part).toBeNull()
  })
})

describe('weights that PyTorch Hub loads', () => {
  const load = `${README}\n\`\`\`python\nmodel = torch.hub.load("marsh-lab/heron", "heron_n", pretrained=True)\n\`\`\`\n`

  test('are offered by the entry points of the repository', () => {
    expect(offerOf(load, { 'hubconf.py': { size: 900 } })).toBe('linked')
    expect(offerOf(load, {})).toBe('none')
    expect(offerOf(README, { 'hubconf.py': { size: 900 } })).toBe('none')
  })
})

test('what a release is, is told by no table of contents and no heading of a part', () => {
  const said = (readme: string) => withReadme(readme, {}).weights.said.tool
  expect(said('# Heron\n\n[Benchmarks](#benchmarks) | [Examples](#examples)\n\n## Examples\n')).toBeUndefined()
  expect(said('# Heron\n\nHeron is a library for serving models.\n')).toBeDefined()
})

describe('weights that are only spoken of', () => {
  test.each([
    ['available', 'The model weights are available in three sizes.', 'linked'],
    ['released', 'We release the weights of Heron to everybody.', 'linked'],
    ['fetched by the program', 'The first run will download the model by itself.', 'linked'],
    ['released, in Chinese', '我们开源了 Heron 的模型权重。', 'linked'],
    ['on request', 'To request access to the weights, fill in the form.', 'on-request'],
    ['on request, the other way round', 'The weights are provided upon request to researchers.', 'on-request'],
    ['on request, in Chinese', '请填写申请表以获取模型权重。', 'on-request'],
    ['behind an API', 'This package provides access to the Heron models through our API.', 'api'],
    ['behind a client', 'The official Python client for the Heron API.', 'api'],
    ['promised', 'Weights will be released soon.', 'promised'],
    ['planned', 'We plan to open-source the models next spring.', 'promised'],
    ['promised, in Chinese', '我们即将开源模型。', 'promised'],
    ['not at all', 'A story about birds.', 'none'],
  ] as const)('%s', (_, sentence, offer) => {
    const { weights } = withReadme(`# Heron\n\n${sentence}\n`)
    expect(weights.offer).toBe(offer)
    if (offer !== 'none') expect(weights.cited[0]).toMatchObject({ path: 'README.md', line: 3, quote: sentence })
  })

  test('a heading or a sample that says so is not taken for it', () => {
    expect(offerOf('# Weights will be released soon\n\n```\n# we release the weights\n```\n')).toBe('none')
  })

  test('what a document in some subfolder says is about its own', () => {
    expect(offerOf(README, { 'tools/README.md': 'We release the weights of the detector.\n' })).toBe('none')
    expect(offerOf(README, { 'models/README.md': 'We release the weights of Heron.\n' })).toBe('linked')
  })

  test('a script that fetches the model offers it', () => {
    const { weights } = withReadme(README, { 'scripts/download_weights.sh': { size: 300 } })
    expect(weights).toMatchObject({ offer: 'linked', cited: [{ path: 'scripts/download_weights.sh' }] })
  })

  test.each(['MODEL_LICENSE.md', 'LICENSE-WEIGHTS', 'weights_license.txt'])(
    'a license for them (%s) offers them',
    path => {
      expect(offerOf('# Heron\n\nReads letters.\n', { [path]: 'Do as you like.\n' })).toBe('linked')
      expect(offerOf('# Heron\n\nReads letters.\n', { LICENSE: 'Do as you like.\n' })).toBe('none')
      expect(offerOf('# Heron\n\nReads letters.\n', { [`vendor/${path}`]: 'Do as you like.\n' })).toBe('none')
    },
  )

  test('where nothing was found, it says where it looked', () => {
    expect(withReadme(README).weights.cited).toEqual([{ looked: ['1 file names', 'README.md'] }])
  })
})

describe("what is said of others' weights offers none", () => {
  const offered = (says: string) =>
    gathered({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': `# Heron\n\n${says}\n` } }).weights.offer
  const beside = '```python\nload_model("reed/bittern-7b")\n```'

  test.each([
    ['Download the checkpoint and put it into the folder.', 'none'],
    ['The first run will download the model by itself.', 'none'],
    ['Download our checkpoint and put it into the folder.', 'linked'],
    ['Download the checkpoint from [here](https://files.marsh.example/heron.zip).', 'linked'],
    ['Download the weights from [Bittern](https://github.com/reed/bittern) and convert them.', 'none'],
  ])('beside a model of somebody else: %s', (says, offer) => {
    expect(offered(`${says}\n\n${beside}`)).toBe(offer)
  })

  test("what a reader is told to download is the release's where it leads to no other", () => {
    expect(offered('Download the checkpoint and put it into the folder.')).toBe('linked')
  })

  test('an item that leads to another repository is about that', () => {
    expect(offered('- [Tern](https://github.com/reed/tern): a detector with pretrained models')).toBe('none')
    expect(offered('- [Heron](https://github.com/marsh-lab/heron): a detector with pretrained models')).toBe('linked')
  })
})

describe('a card alone', () => {
  const card = (front: string) => `---\n${front}\n---\n# Heron\n\nA model of birds.\n`

  test("the card of a model is a copy of its hub's page", () => {
    const { weights } = withReadme(card('pipeline_tag: text-generation'), { 'config.json': '{}' })
    expect(weights.offer).toBe('card')
    expect(weights.cited).toMatchObject([{ path: 'README.md', key: 'pipeline_tag' }, { path: 'config.json' }])
  })

  test('so is one beside nothing but its license, when it names its license', () => {
    expect(offerOf(card('license: mit'), { LICENSE: 'Do as you like.\n', '.gitattributes': { size: 20 } })).toBe('card')
  })

  test('the card of a dataset offers no model', () => {
    for (const front of [
      'license: mit\ntask_categories: [text-generation]',
      'license: mit\nsize_categories: [1K<n<10K]',
    ])
      expect(offerOf(card(front))).toBe('none')
  })

  test('a card beside a program is no copy of a page', () => {
    expect(offerOf(card('license: mit'), { 'main.py': { size: 900 }, 'setup.py': 'setup()\n' })).toBe('none')
  })

  test('the card of a client of an API is not a model either', () => {
    const readme = `${card('pipeline_tag: text-generation')}\nThe official client for the Heron API.\n`
    expect(offerOf(readme)).toBe('api')
  })
})

describe('an incomplete listing', () => {
  test('no weights seen in it are not known to be absent', () => {
    const seen = (complete: boolean) =>
      gathered({ complete, files: { 'README.md': README } }).components.find(({ id }) => id === 'weights')?.presence
    expect(seen(false)).toBe('unknown')
    expect(seen(true)).toBe('absent')
  })
})
