import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { sameFamily, sameOwner } from '../../src/evidence/publisher/owners.ts'
import { gathered, withReadme } from './gathered.ts'

/** The links to weights in a README of marsh-lab's heron-7b. */
const links = (readme: string) => withReadme(readme).weights.links
const urls = (readme: string) => links(readme).map(link => link.url)

describe('a link to weights', () => {
  test('has owner, name, where it leads and where it stands', () => {
    expect(links('# Heron\n\nGet\n[the model](https://huggingface.co/marsh-lab/heron-7b).\n')).toEqual([
      {
        url: 'https://huggingface.co/marsh-lab/heron-7b',
        owner: 'marsh-lab',
        name: 'heron-7b',
        via: 'download',
        own: true,
        cited: [{ url: 'https://huggingface.co/marsh-lab/heron-7b', path: 'README.md', line: 4 }],
      },
    ])
  })

  test.each([
    ['a hub', 'https://huggingface.co/marsh-lab/heron-7b'],
    ['a mirror', 'https://hf-mirror.com/marsh-lab/heron-7b'],
    ['ModelScope', 'https://www.modelscope.cn/models/marsh-lab/heron-7b'],
    ['a collection', 'https://huggingface.co/collections/marsh-lab/heron-6601'],
    ['the list of all models of one owner', 'https://huggingface.co/marsh-lab'],
    ['a search for models', 'https://huggingface.co/models?other=heron'],
    ['a weights file on a hub', 'https://huggingface.co/marsh-lab/heron-7b/blob/main/heron.gguf'],
    ['a drive', 'https://drive.google.com/file/d/x1/view'],
    ['a bucket', 'https://storage.googleapis.com/marsh/heron.ckpt'],
    ['a file beside a release of the program', 'https://github.com/marsh-lab/heron/releases/download/v1/heron.pth'],
    ['a file that is called model', 'https://marsh.example.org/models/heron.safetensors'],
  ])('may lead to %s', (_, url) => {
    expect(urls(`# Heron\n\nPretrained weights: [download](${url})\n`)).toEqual([url])
  })

  test.each([
    ['a tokenizer', 'https://huggingface.co/marsh-lab/heron-tokenizer'],
    ['a dashboard', 'https://huggingface.co/marsh-lab/heron-7b/tensorboard'],
    ['logs', 'https://huggingface.co/marsh-lab/heron-logs'],
    ['a dataset', 'https://huggingface.co/datasets/marsh-lab/reeds'],
    ['a demo', 'https://huggingface.co/spaces/marsh-lab/heron'],
    ['a discussion', 'https://huggingface.co/marsh-lab/heron-7b/discussions/3'],
    ['a page of the hub', 'https://huggingface.co/docs/transformers'],
    ['the license of a model', 'https://huggingface.co/marsh-lab/heron-7b/blob/main/LICENSE'],
    ['a wheel', 'https://storage.googleapis.com/marsh/heron-1.0.whl'],
    ['a paper', 'https://storage.googleapis.com/marsh/heron.pdf'],
    ['a table', 'https://storage.googleapis.com/marsh/heron.csv'],
    ['a notebook', 'https://drive.google.com/heron.ipynb'],
    ['another repository', 'https://github.com/marsh-lab/heron'],
    ['a home page', 'https://marsh.example.org/heron'],
  ])('does not lead to %s', (_, url) => {
    expect(urls(`# Heron\n\nPretrained weights: [see](${url})\n`)).toEqual([])
  })

  test.each([
    ['a classifier', 'The weights of the language identification classifier'],
    ['a data file', 'The training dataset of the model'],
  ])('to %s in a bucket is not one to the model', (_, words) => {
    expect(urls(`# Heron\n\n${words}: [here](https://storage.googleapis.com/marsh/all)\n`)).toEqual([])
  })

  test.each([
    ['is called by its label, whatever the sentence is of', 'Of our data: [model weights](%)', true],
    ['comes first, and the data with it', 'Both % and the mirror hold the model, and sample data', true],
    ['is joined to the data', 'The datasets and pretrained models are at %', true],
    ['is what the data was made for', 'The dataset to train our models is at %', false],
    ['stands in another sentence', 'The corpus is at %. We trained a model on it', false],
  ])('to a store leads to what is named first: the model %s', (_, words, is) => {
    const url = 'https://doi.org/10.5281/zenodo.1'
    expect(urls(`# Heron\n\n${words.replace('%', url)}.\n`)).toEqual(is ? [url] : [])
  })

  test('may lead to what the repository has released, where models are said to be there', () => {
    const at = 'https://github.com/marsh-lab/heron-7b/releases'
    expect(urls(`# Heron\n\nGet the trained models from the [releases](${at}).\n`)).toEqual([at])
    expect(urls(`# Heron\n\nRuns any model. Get the last version from the [releases](${at}).\n`)).toEqual([])
    const others = 'https://github.com/quay/ibis/releases'
    expect(urls(`# Heron\n\nGet the trained models from the [releases](${others}).\n`)).toEqual([])
  })

  test('an image is no link', () => {
    expect(urls('# Weights\n\n![weights](https://huggingface.co/marsh-lab/heron-7b)\n')).toEqual([])
  })

  test('an address that stands bare in a text or a table is one', () => {
    const bare =
      '# Heron\n\nModel weights at gs://marsh/heron.tar, enjoy.\n\n| Model | At |\n|-|-|\n| Heron | https://huggingface.co/marsh-lab/heron-7b |\n'
    expect(links(bare).map(({ url, cited }) => [url, cited[0]])).toEqual([
      ['gs://marsh/heron.tar', { url: 'gs://marsh/heron.tar', path: 'README.md', line: 3 }],
      [
        'https://huggingface.co/marsh-lab/heron-7b',
        { url: 'https://huggingface.co/marsh-lab/heron-7b', path: 'README.md', line: 7 },
      ],
    ])
  })
})

describe('an id in a code sample', () => {
  const sample = (code: string) => links(`# Heron\n\n\`\`\`python\n${code}\n\`\`\`\n`)

  test.each([
    'model = AutoModel.from_pretrained("marsh-lab/heron-7b")',
    "pipe = pipeline(model='marsh-lab/heron-7b')",
    'MODEL_ID = "marsh-lab/heron-7b"',
    'vllm serve marsh-lab/heron-7b --port 80',
    'huggingface-cli download marsh-lab/heron-7b',
    'git clone https://huggingface.co/marsh-lab/heron-7b',
    'python run.py --model_path marsh-lab/heron-7b',
  ])('%s loads it', code => {
    expect(sample(code)[0]).toMatchObject({ owner: 'marsh-lab', name: 'heron-7b', via: 'sample', own: true })
  })

  test.each([
    'model = load("path/to/model")',
    'from_pretrained("your/model")',
    'python run.py --model ./checkpoints/last',
    'python run.py --model_config configs/heron.yaml',
    'from_pretrained("models/heron")',
  ])('%s loads nobody known', code => {
    expect(sample(code)).toEqual([])
  })

  test('is cited on its own line, though the call began before it', () => {
    const found = sample('model = AutoModel.from_pretrained(\n    "marsh-lab/heron-7b",\n)')
    expect(found[0]?.cited).toEqual([{ url: 'marsh-lab/heron-7b', path: 'README.md', line: 5 }])
  })

  test('offers the weights where it carries the name of the release, and else does not', () => {
    const readme = (id: string) => `# Heron\n\nRun it:\n\n\`\`\`python\nAutoModel.from_pretrained("${id}")\n\`\`\`\n`
    expect(withReadme(readme('marsh-lab/heron-7b-chat')).weights.offer).toBe('linked')
    expect(withReadme(readme('marsh-lab/ibis')).weights.offer).toBe('none')
    expect(withReadme(readme('delta-corp/egret')).weights.offer).toBe('none')
  })
})

describe('a download and a sample', () => {
  test('of the same publisher: the download is the offer', () => {
    const { weights } = withReadme(
      '# Heron\n\n[Weights](https://huggingface.co/marsh-lab/heron-7b)\n\n```\nvllm serve marsh-lab/heron-7b\n```\n',
    )
    expect(weights.links.map(link => link.via)).toEqual(['download', 'sample'])
    expect(weights.cited).toEqual([{ url: 'https://huggingface.co/marsh-lab/heron-7b', path: 'README.md', line: 3 }])
  })
})

describe('own weights and those of others', () => {
  const own = (owner: string, name: string, publisher = 'marsh-lab', release = 'toolkit') =>
    gathered({
      publisher,
      name: release,
      files: { 'README.md': `# T\n\nModel: [it](https://huggingface.co/${owner}/${name})\n` },
    }).weights

  test("the publisher's are own, another's are not and offer nothing", () => {
    expect(own('marsh-lab', 'ibis').links[0]?.own).toBe(true)
    expect(own('delta-corp', 'ibis').links[0]?.own).toBe(false)
    expect(own('delta-corp', 'ibis').offer).toBe('none')
  })

  test("a model under another's name that carries the release's is own", () => {
    expect(own('delta-corp', 'egret-large-v3', 'marsh-lab', 'egret').links[0]?.own).toBe(true)
  })

  test('of a release whose publisher nobody knows, the name alone tells', () => {
    const found = gathered({
      publisher: null,
      name: 'egret',
      files: {
        'README.md': 'Models: [a](https://huggingface.co/x-corp/egret-7b), [b](https://huggingface.co/x-corp/ibis)\n',
      },
    }).weights.links
    expect(found.map(link => link.own)).toEqual([true, false])
  })

  test('"for example" makes a download an example', () => {
    const [link] = withReadme('# T\n\nIt loads models, for example [x](https://huggingface.co/marsh-lab/heron-7b).\n')
      .weights.links
    expect(link?.via).toBe('sample')
  })

  const isOwner = (one: string, other: string) => [
    sameOwner(one, other, known.knowledge.organizations),
    sameOwner(other, one, known.knowledge.organizations),
  ]

  test.each([
    ['marsh-lab', 'Marsh-Lab'],
    ['facebookresearch', 'meta-llama'],
    ['Google', 'google-bert'],
  ])('%s is %s', (one, other) => expect(isOwner(one, other)).toEqual([true, true]))

  test.each([
    ['marsh-lab', 'delta-corp'],
    ['marsh-lab', 'marshlab'],
    ['marsh-lab', 'marsh'],
    ['heronreed', 'reedheron'],
    ['openchat', 'openai'],
    ['notallenai', 'allenai'],
    ['metaverse-labs', 'meta'],
    ['meta-llama-fans', 'meta-llama'],
    ['', 'marsh'],
    ['', ''],
  ])('%s is not %s', (one, other) => expect(isOwner(one, other)).toEqual([false, false]))

  test('a family is told by a name within a name', () => {
    expect(sameFamily('egret-large-v3', 'egret')).toBe(true)
    expect(sameFamily('egret', 'egret-tools')).toBe(true)
    expect(sameFamily('ibis-7b', 'egret')).toBe(false)
    expect(sameFamily('7b', 'x')).toBe(false)
  })
})
