import { MEADOW, spdx } from '../../packages/core/test/texts.ts'
import type { FileSetup } from '../release.ts'

/** Every door by which terms come into a release: its files beside weights, an open license and an open card. */

/** A way in: the files that a sentence makes where it comes in by this way. */
export interface Door {
  readonly name: string
  /** whether clauses are read there one by one, so that their kinds are known afterwards */
  readonly clauses: boolean
  /** the languages of what stands there; both where not said */
  readonly only?: 'zh'
  readonly files: (sentence: string) => Readonly<Record<string, FileSetup>>
}

const MIT = spdx('MIT')
const CARD = '---\nlicense: mit\n---\n\n# Heron 7B\n\nHeron 7B is a language model.\n'

/** A release that is open, but for what is put into it. */
export const OPEN: Readonly<Record<string, FileSetup>> = {
  'model.safetensors': { size: 4_000_000_000 },
  LICENSE: MIT,
  'README.md': CARD,
}

const yaml = (text: string) => JSON.stringify(text)
const block = (text: string) => `|-\n${text.replace(/^(?=.)/gm, '  ')}`
const prompt = (said: string) => `${`${MEADOW}\n`.repeat(9)}\n${said}\n`
const gated = (keys: string) => CARD.replace('license: mit\n', `license: mit\n${keys}\n`)
const commented = (sentence: string) => sentence.replace(/^/gm, '# ')

export const DOORS: readonly Door[] = [
  { name: 'the license itself', clauses: true, files: said => ({ LICENSE: `${MIT}\n\n${said}\n` }) },
  {
    name: 'a section of the card',
    clauses: false,
    files: said => ({ 'README.md': `${CARD}\n## License\n\n${said}\n` }),
  },
  {
    name: 'a row under License',
    clauses: false,
    files: said => ({
      'README.md': `${CARD}\n## License\n\n| Part | Terms |\n|---|---|\n| Weights | ${said.replace(/\s*[|\n]\s*/g, ' ')} |\n`,
    }),
  },
  {
    name: 'code under License',
    clauses: false,
    files: said => ({ 'README.md': `${CARD}\n## License\n\n\`\`\`\n${said}\n\`\`\`\n` }),
  },
  { name: 'a use policy', clauses: true, files: said => ({ 'USE_POLICY.md': `# Use policy\n\n${said}\n` }) },
  { name: 'a notice', clauses: true, files: said => ({ NOTICE: `Heron 7B\n\n${said}\n` }) },
  { name: 'an agreement', clauses: true, files: said => ({ 'EULA.txt': `Agreement\n\n${said}\n` }) },
  {
    name: 'the prompt before a download',
    clauses: false,
    files: said => ({ 'README.md': gated(`extra_gated_prompt: ${yaml(said)}`) }),
  },
  {
    name: 'a long prompt before a download',
    clauses: true,
    files: said => ({ 'README.md': gated(`extra_gated_prompt: ${block(prompt(said))}`) }),
  },
  {
    name: 'a long prompt in quotes',
    clauses: true,
    files: said => ({ 'README.md': gated(`extra_gated_prompt: ${yaml(prompt(said))}`) }),
  },
  {
    name: 'a box to tick before a download',
    clauses: false,
    files: said => ({
      'README.md': gated(`extra_gated_fields:\n  ${yaml(said.replace(/\s+/g, ' '))}: checkbox`),
    }),
  },
  { name: 'a page of the docs', clauses: true, files: said => ({ 'docs/license.md': `# License\n\n${said}\n` }) },
  { name: 'a page of the docs, mdx', clauses: true, files: said => ({ 'docs/terms.mdx': `# Terms\n\n${said}\n` }) },
  {
    name: 'a page of the docs, rst',
    clauses: true,
    files: said => ({ 'docs/policy.rst': `Policy\n======\n\n${said}\n` }),
  },
  {
    name: 'a Modelfile',
    clauses: true,
    files: said => ({ Modelfile: `FROM ./heron.gguf\nLICENSE """\n${said}\n"""\nPARAMETER temperature 1\n` }),
  },
  {
    name: 'the header of code',
    clauses: true,
    files: said => ({
      'modeling_heron.py': `# Copyright 2026 Marsh Lab\n#\n${commented(said)}\n\nimport torch\n`,
    }),
  },
  {
    name: 'a Chinese card',
    clauses: false,
    only: 'zh',
    files: said => ({ 'README_zh.md': `# Heron 7B\n\nHeron 7B 是一个语言模型。\n\n## 许可协议\n\n${said}\n` }),
  },
  {
    name: 'a configuration',
    clauses: false,
    files: said => ({ 'configuration.json': JSON.stringify({ framework: 'pytorch', license: said }) }),
  },
]

const oneLine = (said: string) => said.replace(/\s*[|\n]\s*/g, ' ')

/** Surfaces on which nobody expects terms; what takes something there binds, or is a doubt beside the answers. */
export const SURFACES: readonly Door[] = [
  { name: 'a section on usage', clauses: false, files: said => ({ 'README.md': `${CARD}\n## Usage\n\n${said}\n` }) },
  {
    name: 'what folds out',
    clauses: false,
    files: said => ({
      'README.md': `${CARD}\n<details>\n<summary>Small print</summary>\n\n${said}\n\n</details>\n`,
    }),
  },
  {
    name: 'a note',
    clauses: false,
    files: said => ({ 'README.md': `${CARD}\nIt comes as it is[^1].\n\n[^1]: ${oneLine(said)}\n` }),
  },
  {
    name: 'a row of facts',
    clauses: false,
    files: said => ({
      'README.md': `${CARD}\n| Field | Value |\n|---|---|\n| Size | 7B |\n| Note | ${oneLine(said)} |\n`,
    }),
  },
  {
    name: 'a value of metadata',
    clauses: false,
    files: said => ({ 'README.md': gated(`remark: ${yaml(said)}`) }),
  },
  {
    name: 'a setting',
    clauses: false,
    files: said => ({ 'config.json': JSON.stringify({ model_type: 'heron', note: said }) }),
  },
]
