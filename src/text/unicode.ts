/** Letters as they are meant: other forms of a letter, letters that only look like it, and what is not seen at all. */

/** what takes no room: joiners, marks of direction, soft hyphens, selectors, tags */
const INVISIBLE = new RegExp(
  String.raw`\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180e]|[\u200b-\u200f]|[\u202a-\u202e]|` +
    String.raw`[\u2060-\u206f]|\u3164|[\ufe00-\ufe0e]|\ufeff|\uffa0|[\u{e0000}-\u{e01ef}]`,
  'gu',
)

/** letters and digits in a form of their own: wide, bold, in a circle, joined; marks keep their shape */
const OTHER_FORMS = new RegExp(
  String.raw`[\u00aa\u00b2\u00b3\u00b9\u00ba\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c` +
    String.raw`\u2102-\u2138\u2160-\u2188\u2460-\u24ff\uf900-\ufaff\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a` +
    String.raw`\uff41-\uff5a\uff66-\uffdc\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f149}\u{2f800}-\u{2fa1f}]`,
  'gu',
)

/** letters of other scripts, each before the Latin one it looks like (Unicode confusables) */
const LOOKALIKES =
  'аaеeоoсcрpхxуyіiјjѕsԁdһhӏlԛqԝwАAВBЕEЗ3КKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWαaοoρpνvκkιiυuτtΑAΒBΕE' +
  'ΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXɑaɡgɩi'
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: LOOKALIKES.length / 2 }, (_, at) => [LOOKALIKES[2 * at] ?? '', LOOKALIKES[2 * at + 1] ?? '']),
)
const LOOKS_LATIN = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g')
/** a letter that is not as it is meant may be among these */
const UNUSUAL = /[\u00aa\u00ad\u00b2\u00b3\u00b9\u00ba\u01c4-\u{10ffff}]/u

/** Whether every letter of a text is as it is meant. */
export const isPlain = (text: string): boolean => !UNUSUAL.test(text)

/**
 * A line with the letters that are meant. A word is taken for Latin when all of its letters are Latin or look so, and
 * the line is in Latin letters otherwise; a Russian or Greek word keeps its own.
 */
export function plainLetters(line: string): string {
  if (isPlain(line)) return line
  const seen = line.replace(INVISIBLE, '').replace(OTHER_FORMS, letter => letter.normalize('NFKC'))
  LOOKS_LATIN.lastIndex = 0
  return LOOKS_LATIN.test(seen) ? latinWords(seen) : seen
}

function latinWords(line: string): string {
  const latin = count(line, /[A-Za-z]/g)
  const foreign = count(line, /[\u0370-\u03ff\u0400-\u052f]/g) - count(line, LOOKS_LATIN)
  return line.replace(/[\p{L}\p{M}]+/gu, word => {
    const turned = word.replace(LOOKS_LATIN, letter => LATIN.get(letter) ?? letter)
    return /^[A-Za-z\d]+$/.test(turned) && (/[A-Za-z]/.test(word) || foreign === 0 || latin > 4 * foreign)
      ? turned
      : word
  })
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
