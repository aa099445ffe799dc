const encoder = new TextEncoder()
/** room for any letter in up to three bytes, kept from one text to the next */
let room = new Uint8Array(3 << 12)

/** stands for a letter that is not in ASCII */
export const ELSE = 0x80

/**
 * The letters of a text as numbers: those of ASCII by their code, all others as `ELSE`. Numbers in an array are read
 * several times as fast as the letters of a string. After the last one stands 0. The array is used again by the next
 * call.
 */
export const lettersOf = (text: string): Uint8Array => {
  const { length } = text
  if (room.length <= 3 * length) room = new Uint8Array(3 * length + 1)
  const letters = room
  letters[length] = 0
  if (encoder.encodeInto(text, letters).written === length) return letters
  for (let at = 0; at < length; at++) {
    letters[at] = Math.min(text.charCodeAt(at), ELSE)
  }
  letters[length] = 0
  return letters
}
