import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spdx } from '../../packages/core/test/texts.ts'
import { git, pointer } from '../../packages/sources/test/fixture.ts'

/**
 * Releases in which a structure hides a restriction from whoever reads carelessly, one mechanism a row: where it is
 * hidden, how, and what the release must come to.
 */
export interface Lie {
  readonly where: string
  readonly what: string
  readonly files: Files
  /** what is done in the folder beside: links, pipes, a repository of its own */
  readonly put?: (folder: string) => void
  /**
   * `closed`: the floor is not open. `doubted`: neither, and the file that was not read is named as the reason.
   * `open`: nothing restricts, and saying that something might is wrong as well.
   */
  readonly must: 'closed' | 'doubted' | 'open'
  /** of a doubt, the file that it is for */
  readonly path?: string
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export const MIT = spdx('MIT')
export const BANS = 'The weights of Heron may not be used for commercial purposes.'
const card = (body = '', front = 'license: mit') =>
  `---\n${front}\n---\n\n# Heron\n\nHeron is a language model.\n\n${body}\n`
/** What an honest release has: the rest of each row is put beside it, or in its place. */
export const HONEST: Files = { 'README.md': card(), LICENSE: MIT, 'model.safetensors': pointer(4_000_000_000) }

const licensed = (more: string | Uint8Array): Files => ({
  LICENSE: typeof more === 'string' ? `${MIT}\n${more}\n` : Buffer.concat([Buffer.from(`${MIT}\n`), more]),
})
const carded = (more: string | Uint8Array): Files => ({
  'README.md': typeof more === 'string' ? card(more) : Buffer.concat([Buffer.from(card()), more]),
})
const utf16 = (words: string) => Buffer.from(words, 'utf16le')
const shifted = (words: string, small: number, capital: number) =>
  words
    .replace(/[a-z]/g, letter => String.fromCodePoint(small + letter.charCodeAt(0) - 97))
    .replace(/[A-Z]/g, letter => String.fromCodePoint(capital + letter.charCodeAt(0) - 65))
const many = (count: number, path: (at: number) => string, content: string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [path(at), content]))
/** longer than is read of a text */
const LONG = `${'Herons wade in shallow water and eat fish.\n\n'.repeat(26_000)}\n`

const rows = (where: string, must: Lie['must'], all: Readonly<Record<string, Files>>): Lie[] =>
  Object.entries(all).map(([what, files]) => ({ where, what, files, must }))
const doubts = (
  where: string,
  all: Readonly<Record<string, readonly [path: string, files: Files, put?: Lie['put']]>>,
): Lie[] =>
  Object.entries(all).map(([what, [path, files, put]]) => ({
    where,
    what,
    files,
    path,
    must: 'doubted',
    ...(put ? { put } : {}),
  }))

const EUC = Buffer.from([
  0xb1, 0xbe, 0xc4, 0xa3, 0xd0, 0xcd, 0xb2, 0xbb, 0xb5, 0xc3, 0xd3, 0xc3, 0xd3, 0xda, 0xc9, 0xcc,
])

export const LIES: readonly Lie[] = [
  ...rows('markup in a plain license is words', 'closed', {
    'the inside of a style': licensed(`<style>${BANS}</style>`),
    'the inside of a script': licensed(`<script>\n${BANS}\n</script>`),
    'an opening tag': licensed(`<p ${BANS}>`),
    'a closing tag': licensed(`</p ${BANS}>`),
    'the value of an attribute': licensed(`<p class="${BANS}">`),
    'an attribute nobody knows': licensed(`<b note="${BANS}">x</b>`),
    'a word of the grant': { LICENSE: MIT.replace('hereby granted', 'hereby <b not> granted') },
    'a word struck out': { LICENSE: MIT.replace('without restriction', '<del>without restriction</del>') },
    'a comment': licensed(`<!-- ${BANS} -->`),
  }),
  ...rows('markup that says nothing says nothing', 'open', {
    'paragraphs and breaks': {
      LICENSE: `<p align="center">${MIT.replaceAll('\n\n', '</p>\n\n<p class="a b">')}</p><br/>`,
    },
    'a style that is code': {
      'LICENSE.html': `<html><head><style>p { margin: 0 }</style></head><pre>${MIT}</pre></html>`,
    },
  }),
  ...doubts('a legal name that is no text', {
    'a picture': ['LICENSE.png', { 'LICENSE.png': BANS }],
    data: ['TERMS.json', { 'TERMS.json': `{"terms": "${BANS}"}` }],
    'an archive of an archive': ['LICENSE.tar.gz', { 'LICENSE.tar.gz': BANS }],
    'a program': ['LICENSE.py', { 'LICENSE.py': `# ${BANS}\n` }],
    'weights by their ending': ['LICENSE.bin', { 'LICENSE.bin': BANS }],
    'a picture beside the weights': [
      'weights/LICENSE.jpg',
      { 'weights/LICENSE.jpg': BANS, 'weights/model.safetensors': pointer(4_000_000_000) },
    ],
  }),
  ...rows('names that are of something else', 'open', {
    'a badge': { 'docs/license.svg': '<svg/>' },
    'a program in a folder': { 'src/license.py': 'print(1)\n' },
    'a policy of actions': { 'policy.json': '{}', 'policy.safetensors': 'x' },
    'a signature': { 'LICENSE.sig': 'x', 'LICENSE.sha256': 'x' },
    'data on law': { 'data/legal.jsonl': '{}', 'terms.csv': 'a,b\n' },
  }),
  ...rows('names that look alike, or say it otherwise', 'closed', {
    'a letter of another script': { 'LICEN\u0405E': BANS },
    'wide letters': { '\uff2c\uff29\uff23\uff25\uff2e\uff33\uff25': BANS },
    'a folder of terms': { 'legal/model.md': BANS },
    'capitals without an ending': { RESTRICTIONS: BANS },
    'a name for a card': { READ_ME: BANS },
    'a card with an ending of its own': { 'model_card.adoc': BANS },
    'the last of many licenses in one file': {
      Modelfile: `FROM ./model.gguf\n${'LICENSE MIT\n'.repeat(30)}LICENSE "${BANS}"\n`,
    },
  }),
  ...doubts('a card that was not read', {
    'a zero byte': ['README.md', carded(`${BANS}\0`)],
    controls: ['README.md', carded(`${BANS}${'\u0001'.repeat(60)}`)],
    'more than is read': ['README.md', carded(`${LONG}${BANS}`)],
    'an encoding of China': ['README.md', carded(EUC)],
    'an encoding of Japan, of seven bits': ['README.md', carded('\u001b$B$3$N\u001b(B')],
    'two bytes a letter in one part': ['README.md', carded(utf16(BANS))],
    'a pointer': ['README.md', { 'README.md': pointer(9_000) }],
    'a PDF': ['README.pdf', { 'README.pdf': '%PDF-1.7' }],
    'a link that leads out': ['MODEL_CARD.md', {}, at => symlinkSync('/etc/hostname', join(at, 'MODEL_CARD.md'))],
    'a pipe': ['README.txt', {}, at => void execFileSync('mkfifo', [join(at, 'README.txt')])],
    'one of too many': ['README_z.md', { ...many(120, at => `README_a${at}.md`, '# Heron\n'), 'README_z.md': BANS }],
    'beside the weights': [
      'xl/README.md',
      { 'xl/README.md': `${BANS}\0`, 'xl/model.safetensors': pointer(4_000_000_000) },
    ],
    'a line longer than is read': ['README.md', carded(`${'Herons wade. '.repeat(2_000)}${BANS}`)],
    'quotes deeper than are read': ['README.md', carded(`${'> '.repeat(80)}${BANS}`)],
    'lists deeper than are read': ['README.md', carded(`${'- '.repeat(80)}${BANS}`)],
    'a language that is not read': [
      'README.md',
      carded('Het model werd getraind op brieven van de rivier en het is niet voor de handel. '.repeat(5)),
    ],
  }),
  ...doubts('a document of the model that was not read', {
    'more than is read': ['MODEL.md', { 'MODEL.md': `${LONG}${BANS}` }],
    'one that the card leads to': ['USING.md', { ...carded('[Using it](USING.md)'), 'USING.md': `${BANS}\0` }],
  }),
  ...rows('a document that nothing leads to', 'open', {
    'one of too many': { ...many(220, at => `docs/a${at}.md`, '# Page\n'), 'docs/z.md': 'Words.' },
    'a zero byte': { 'USING.md': 'Words.\0' },
  }),
  ...rows('what is of others, or of how the work is done', 'open', {
    'a card of a library': { 'third_party/tern/README.md': 'Words.\0' },
    'a card among code': { 'tools/README.md': 'Words.\0', 'tools/run.py': 'print(1)\n' },
    'a corpus': { 'data/corpus.txt': LONG },
  }),
  ...rows('a page behind many others', 'closed', {
    'behind nine': { ...many(9, at => `README_a${at}.md`, '# Heron\n'), 'README_z.md': BANS },
    'behind sixty': { ...many(60, at => `a${at}.md`, '# Page\n\nHow to run it.\n'), 'z.md': `# Using it\n\n${BANS}\n` },
    'behind thousands of statements': carded(`${'Heron is under the MIT License.\n\n'.repeat(2_500)}${BANS}`),
  }),
  {
    where: 'folders that are no submodules',
    what: 'one that .gitmodules names',
    files: { 'model/LICENSE': BANS, '.gitmodules': '[submodule "m"]\n\tpath = model\n\turl = ../m\n' },
    put: folder => {
      git(folder, 'init', '--quiet')
      git(folder, 'add', '--all')
      git(folder, 'commit', '--quiet', '--message=First')
    },
    must: 'closed',
  },
  {
    where: 'folders that are no submodules',
    what: 'one with a file called .git',
    files: { 'model/LICENSE': BANS },
    put: folder => {
      git(folder, 'init', '--quiet')
      writeFileSync(join(folder, 'model/.git'), 'gitdir: ../.git/modules/model\n')
    },
    must: 'closed',
  },
  {
    where: 'folders that are no submodules',
    what: 'an empty one of the index',
    files: {},
    put: folder => {
      git(folder, 'init', '--quiet')
      git(folder, 'add', '--all')
      git(folder, 'commit', '--quiet', '--message=First')
      git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD')},lib`)
      mkdirSync(join(folder, 'lib'))
    },
    must: 'open',
  },
  ...rows('letters of a card as a person sees them', 'closed', {
    bold: carded(shifted(BANS, 0x1d41a, 0x1d400)),
    wide: carded(shifted(BANS, 0xff41, 0xff21)),
    'in circles': carded(shifted(BANS, 0x24d0, 0x24b6)),
    'small capitals': carded(BANS.replace('not', '\u0274\u1d0f\u1d1b')),
    'of another script': carded(BANS.replaceAll('o', '\u043e')),
    'with joiners': carded(BANS.replace('not', 'n\u200co\u200dt')),
    apart: carded([...BANS.replace('.', '')].join(' ')),
    'turned around': carded(BANS.replace('not', '\u202eton\u202c')),
    'struck out': carded(BANS.replace('not', 'n\u0336o\u0336t\u0336')),
    'as in an address': carded(encodeURIComponent(BANS)),
    'in a tag': carded(`<span ${BANS}>Heron</span>`),
    'in a template': carded(`<template><p>${BANS}</p></template>`),
  }),
  ...rows('letters of a license as a person sees them', 'closed', {
    'in frames': licensed(shifted('NO COMMERCIAL USE', 0x1f170, 0x1f170)),
    'as flags': licensed(shifted('NO COMMERCIAL USE', 0x1f1e6, 0x1f1e6)),
    'not seen at all': licensed(
      [...BANS].map(letter => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join(''),
    ),
    'run together': licensed(BANS.replace(/[ .]/g, '')),
    'run together, with capitals': licensed('NoCommercialUse'),
    'turned around': licensed(BANS.replace('not', '\u202eton\u202c')),
    'for the blind': licensed('\u281d\u2815 \u2825\u280e\u2811\u2801\u2803'),
    'in a block of another alphabet': licensed(Buffer.from(BANS).toString('base64')),
    'a number that is none': licensed('7'.repeat(60)),
  }),
  ...rows('terms in a language that is not read', 'closed', {
    Polish: carded('## License\n\nModelu nie wolno używać w celach komercyjnych.'),
    Czech: carded('## License\n\nModel se nesmí používat ke komerčním účelům.'),
    Romanian: carded('## License\n\nModelul nu poate fi folosit în scopuri comerciale.'),
    Hungarian: carded('## License\n\nA modell kereskedelmi célra nem használható.'),
    Finnish: carded('## License\n\nMallia ei saa käyttää kaupallisiin tarkoituksiin.'),
    Turkish: carded('## License\n\nBu model ticari amaçlarla kullanılamaz.'),
  }),
  ...rows('signs that are no disguise', 'open', {
    'an exponent, a mark and an emoji': carded('It was trained with 10²⁴ FLOP\u2122 \u{1f426}\u200d\u{1f525}.'),
    'a flag': carded(
      '\u{1f1e9}\u{1f1ea} \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} It speaks German.',
    ),
    'a table of letters': carded('| a | b | c |\n|---|---|---|\n| x | y | z |'),
    'a name with accents': carded('## License\n\nMIT. Made by José Núñez and Zoë Ångström.'),
  }),
]
