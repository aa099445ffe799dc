import { gguf, safetensors } from '../../packages/sources/test/bytes.ts'
import type { RepositorySetup } from './repository.ts'

/** Invented releases to fill a hub with. */

const card = (metadata: string, prose: string) => `---\n${metadata}\n---\n\n${prose}\n`

const TENSORS = {
  __metadata__: { format: 'pt' },
  'model.embed_tokens.weight': { dtype: 'BF16', shape: [32_000, 64], data_offsets: [0, 4_096_000] },
}

/** A model under a license of its own, with its policy, its weights in two formats, and a gate that is open. */
export const heron: RepositorySetup = {
  publisher: 'marsh-lab',
  name: 'heron-7b',
  revisions: ['v1'],
  files: {
    'README.md': card(
      'license: apache-2.0\npipeline_tag: text-generation\nlibrary_name: transformers',
      '# Heron 7B\n\nHeron is a language model for the tidal flats. The weights are under the Apache License 2.0.\n\nCode: https://github.com/marsh-lab/heron',
    ),
    'config.json': '{"model_type": "llama", "hidden_size": 64}\n',
    'generation_config.json': `{"max_new_tokens": 200, "comment": "${'of no interest '.repeat(8)}"}\n`,
    'special_tokens_map.json': `{"comment": "${'of no interest '.repeat(10)}"}\n`,
    'model.safetensors': { size: 4_100_000 },
    'heron-7b.gguf': { size: 900_000 },
  },
  beginnings: {
    'model.safetensors': safetensors(TENSORS),
    'heron-7b.gguf': gguf({ 'general.license': 'apache-2.0' }, [[64, 32]]),
  },
}

/** Starts from heron, and names a base that is nowhere. */
export const egret: RepositorySetup = {
  publisher: 'tidewater',
  name: 'egret-7b',
  files: {
    'README.md': card(
      'license: mit\nbase_model:\n  - marsh-lab/heron-7b\n  - marsh-lab/gone-7b',
      '# Egret\n\nA finetune.',
    ),
    'config.json': '{"model_type": "llama"}\n',
    'model.safetensors': { size: 4_100_000 },
  },
  beginnings: { 'model.safetensors': safetensors(TENSORS) },
}

/** Its files are for whom a person lets in; its card refuses the Union. */
export const bittern: RepositorySetup = {
  publisher: 'hedgerow',
  name: 'bittern-13b',
  gated: 'manual',
  granted: 'a-token-with-access',
  files: {
    'README.md': card(
      'license: other\nlicense_name: hedgerow-research-1.0\nlicense_link: LICENSE\nextra_gated_eu_disallowed: true\nextra_gated_prompt: You agree to use the model for research only.\nextra_gated_fields:\n  Affiliation: text\n  Country: country',
      '# Bittern 13B\n\nFor research.',
    ),
    LICENSE: 'Hedgerow Research License 1.0\n\nYou may use the model for non-commercial research only.\n',
    'config.json': '{"model_type": "llama"}\n',
    'model-00001-of-00002.safetensors': { size: 4_100_000 },
    'model-00002-of-00002.safetensors': { size: 4_100_000 },
  },
  beginnings: { 'model-00001-of-00002.safetensors': safetensors(TENSORS) },
}

/** Texts, in a dataset that has a model's name. */
export const reeds: RepositorySetup = {
  kind: 'dataset',
  publisher: 'marsh-lab',
  name: 'reeds',
  files: {
    'README.md': card(
      'license: cc-by-4.0\ntask_categories:\n  - text-generation',
      '# Reeds\n\nSentences from the reed beds.',
    ),
    'data/train-00000-of-00001.parquet': { size: 30_000_000 },
    'checkpoints/model.bin': { size: 30_000_000 },
  },
}

export const releases: readonly RepositorySetup[] = [heron, egret, bittern, reeds]
