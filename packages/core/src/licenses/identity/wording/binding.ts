import { type WordSet, wordSet } from './word.ts'

/** Words with which a text forbids, demands or narrows, and which no holder's name has. */
const PLAIN =
  'not no never cannot shall must should only solely exclusively unless except without provided providing ' +
  'subject prohibited prohibits prohibit forbidden restricted restriction restrictions required requires ' +
  'require agree agrees obligation obligations condition conditions noncommercial commercial commercially commerce ' +
  'nonprofit fee fees royalty royalties revenue payment use uses used using usage purpose purposes ' +
  'users terminate terminates revoke revocable consent permission prior need needs cease destroy competing compete ' +
  'non modified amended additional addendum ' +
  '不 禁 仅 只 须 限 除 勿 非 应 得 '

/** Words that also stand in names: a company "Limited", an institute for "research", a person "Will". */
const ALSO_NAMES = 'limited will research academic educational evaluation personal internal community'

/** Where one of these stands, a stretch is never passed over as a title or a filled-in blank, whatever its shape. */
const BINDING = wordSet(`${PLAIN}${ALSO_NAMES}`.split(' '))

/** Where one of these stands, a line is never passed over as a holder's name. */
const BINDING_OF_HOLDERS = wordSet(PLAIN.trim().split(' '))

function some(set: WordSet, hashes: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (set.has(hashes[i]!)) return true
  return false
}

/** Whether one of the words from `from` to before `to` binds. */
export const binds = (hashes: Uint32Array, from: number, to: number): boolean => some(BINDING, hashes, from, to)

/** Whether words that look like a holder's name hold one that binds. */
export const bindsHolder = (hashes: Uint32Array, from: number, to: number): boolean =>
  some(BINDING_OF_HOLDERS, hashes, from, to)
