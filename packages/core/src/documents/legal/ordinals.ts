const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const CHINESE = '一二三四五六七八九十'

/** The number of a list item: 1 for "1.", "(a)", "i)", "一、"; of "2.3" the last part; 0 for bullets. */
export const ordinal = (marker: string): number => {
  const bare = marker.toLowerCase()
  const digits = /(\d{1,3})\D*$/.exec(bare)
  if (digits?.[1] !== undefined) return Number(digits[1])
  const letters = /[a-z]+(?=[^a-z]*$)/.exec(bare)?.[0]
  if (letters !== undefined) return letters.length === 1 ? letters.charCodeAt(0) - 96 : roman(letters)
  const han = /[一二三四五六七八九十]{1,3}/.exec(bare)?.[0]
  if (han === undefined) return 0
  const [first, second] = [CHINESE.indexOf(han[0] ?? '') + 1, CHINESE.indexOf(han[1] ?? '') + 1]
  if (han.length === 1) return first
  return first === 10 ? 10 + second : first * 10 + (han.length === 3 ? CHINESE.indexOf(han[2] ?? '') + 1 : 0)
}

const roman = (letters: string): number => {
  let sum = 0
  for (let at = 0; at < letters.length; at++) {
    const value = ROMAN[letters[at] ?? ''] ?? 0
    sum += value < (ROMAN[letters[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/** An item's marker and number; "i", "v" and "x" are Roman unless the letter before them was the last item. */
export const romanOr = (
  { marker, ordinal: number }: { readonly marker: string; readonly ordinal: number },
  lastLetter: number | undefined,
): { marker: string; number: number } => {
  const letter = marker === '(a)' || marker === 'a.' ? String.fromCharCode(96 + number) : ''
  const value = ROMAN[letter]
  if (value === undefined || value > 10 || number === (lastLetter ?? -1) + 1) return { marker, number }
  return { marker: '(i)', number: value }
}
