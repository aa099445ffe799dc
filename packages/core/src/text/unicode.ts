/** Letters as they are meant: other forms of a letter, letters that only look like it, and what is not seen at all. */

/** what takes no room: joiners, marks of direction, soft hyphens, selectors, tags */
const INVISIBLE = new RegExp(
  String.raw`\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180e]|[\u200b-\u200f]|[\u202a-\u202e]|` +
    String.raw`[\u2060-\u206f]|\u3164|[\ufe00-\ufe0e]|\ufeff|\uffa0|[\u{e0000}-\u{e01ef}]`,
  'gu',
)

/** letters and digits in a form of their own: wide, bold, in a circle, joined; marks keep their shape */
const OTHER_FORMS = new RegExp(
  String.raw`[\u00aa\u00ba\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c` +
    String.raw`\u2102-\u2115\u2119-\u211d\u2124\u2128-\u2138\u2160-\u2188\u2460-\u24ff\uf900-\ufaff` +
    String.raw`\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a` +
    String.raw`\uff41-\uff5a\uff66-\uffdc\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f149}\u{2f800}-\u{2fa1f}]`,
  'gu',
)

/** letters in a frame or on a flag, and those that are not seen, by where each of their alphabets begins */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6, 0xe0041, 0xe0061] as const
/** a flag is two letters of its own, or a black one with letters that are not seen */
const FRAMED = new RegExp(
  String.raw`\u{1f3f4}[\u{e0020}-\u{e007f}]+|[\u{1f1e6}-\u{1f1ff}]{3,}|[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]|` +
    String.raw`[\u{e0041}-\u{e005a}\u{e0061}-\u{e007a}]|\u{e0020}`,
  'gu',
)

const unframed = (letters: string): string =>
  letters.startsWith('\u{1f3f4}') ? letters.slice(0, 2) : Array.from(letters, letterOf).join('')

function letterOf(framed: string): string {
  const point = framed.codePointAt(0) ?? 0
  const first = ALPHABETS.findLast(begin => begin <= point)
  return first === undefined || point - first > 25 ? ' ' : String.fromCharCode(97 + point - first)
}

/** letters of other scripts, each before the Latin one it looks like (Unicode confusables) */
const LOOKALIKES =
  'аaеeоoсcрpхxуyіiјjѕsԁdһhӏlԛqԝwАAВBЕEЗ3КKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWαaοoρpνvκkιiυuτtΑAΒBΕE' +
  'ΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXɑaɡgɩiᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz'
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: LOOKALIKES.length / 2 }, (_, at) => [LOOKALIKES[2 * at] ?? '', LOOKALIKES[2 * at + 1] ?? '']),
)
const LOOKS_LATIN = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g')
/** a letter that is not as it is meant may be among these */
const UNUSUAL = /[\u00aa\u00ad\u00ba\u01c4-\u{10ffff}]/u

/** Whether every letter of a text is as it is meant. */
export const isPlain = (text: string): boolean => !UNUSUAL.test(text)

/**
 * A line with the letters that are meant. A word is taken for Latin when all of its letters are Latin or look so, and
 * the line is in Latin letters otherwise; a Russian or Greek word keeps its own.
 */
export function plainLetters(line: string): string {
  if (isPlain(line)) return line
  const seen = line
    .replace(FRAMED, unframed)
    .replace(INVISIBLE, '')
    .replace(OTHER_FORMS, letter => letter.normalize('NFKC'))
  LOOKS_LATIN.lastIndex = 0
  return LOOKS_LATIN.test(seen) ? latinWords(seen) : seen
}

function latinWords(line: string): string {
  const latin = countOf(line, /[A-Za-z]/g)
  const foreign = countOf(line, /[\u0370-\u03ff\u0400-\u052f]/g) - countOf(line, LOOKS_LATIN)
  return line.replace(/[\p{L}\p{M}]+/gu, word => {
    const turned = word.replace(LOOKS_LATIN, letter => LATIN.get(letter) ?? letter)
    return /^[A-Za-z\d]+$/.test(turned) && (/[A-Za-z]/.test(word) || foreign === 0 || latin > 4 * foreign)
      ? turned
      : word
  })
}

/** marks that turn the letters behind them, or strike out the one before, and words joined as in an address */
const SHOWN_OTHERWISE = new RegExp(
  String.raw`[\u202b\u202d\u202e\u2067][^\u202a-\u202e\u2066-\u2069\n]{0,200}?[A-Za-z]{2}|` +
    String.raw`(?:\p{L}[\u0334-\u0338\u20d2\u20d3\u20e5]){2}|` +
    String.raw`(?<![^\s>*_"'])(?:[A-Za-z']{1,20}%20){3}`,
  'u',
)

/** Whether a person sees other words of a text than its letters make in their order. */
export const isShownOtherwise = (text: string): boolean => SHOWN_OTHERWISE.test(text)

/** so many words of one letter on a line are letters that stand apart */
const APART = 8
const LONE = /(?<![\p{L}\p{N}])[A-Za-z] (?=[A-Za-z](?![\p{L}\p{N}]))/gu

/** A line whose letters s t a n d   a p a r t, closed up: two spaces and more part its words. */
export function closedUp(line: string): string {
  const words = line.trim().split(/\s+/)
  const lone = words.filter(word => /^[A-Za-z]$/.test(word)).length
  return lone >= APART && lone > words.length / 2 ? line.replace(LONE, letters => letters.slice(0, 1)) : line
}

/** How often a pattern stands in a text. */
export const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
