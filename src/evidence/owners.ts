/** words in the names of organizations that say nothing about which it is */
const COMMON = new RegExp(
  '(?:ai|research|org|labs?|team|hq|official|github|hub|project|community|models?|inc|tech|group|the|' +
    'nlp|llm|ml|workshop)$',
)

function squash(name: string): string {
  let plain = name.toLowerCase().replace(/[^a-z0-9一-鿿]/g, '')
  for (let again = true; again && plain.length > 3; ) {
    const shorter = plain.replace(COMMON, '')
    again = shorter !== plain && shorter.length >= 2
    if (again) plain = shorter
  }
  return plain
}

/** The first letters of a name of several words. */
export const initials = (name: string): string => {
  const words = name.toLowerCase().split(/[-_. ]+/)
  return words.length < 2 ? '' : words.map(word => word[0] ?? '').join('')
}

/** Whether two organization names are one: equal, one within the other, or the same words in another order. */
export function sameOwner(one: string, other: string): boolean {
  const a = squash(one)
  const b = squash(other)
  if (a === '' || b === '') return false
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 4 && long.includes(short)) return true
  if (short.length >= 3 && (initials(one) === b || initials(other) === a)) return true
  if (short.length >= 3 && long.startsWith(short)) return true
  return a.length >= 6 && [...a].sort().join('') === [...b].sort().join('')
}

/** Whether a model's name carries the release's name, or the other way round ("whisper" and "whisper-large-v3"). */
export function sameFamily(model: string, release: string): boolean {
  const a = model.toLowerCase().replace(/[^a-z0-9]/g, '')
  const b = release.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (a.length < 3 || b.length < 3) return false
  if (a.includes(b) || b.includes(a)) return true
  const stem = /^[a-z]+/.exec(release.toLowerCase().replace(/[-_. ]/g, ''))?.[0] ?? ''
  return stem.length >= 4 && a.startsWith(stem)
}
