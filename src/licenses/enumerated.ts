const MARK = /[(（](?:[a-z]|[ivx]{2,4}|\d{1,2})[)）] ?/g

/** The things that a sentence counts up "(1) …; (2) …", each with the place where its words begin. */
export const countedIn = (text: string): readonly { readonly start: number; readonly text: string }[] => {
  const marks = [...text.matchAll(MARK)].map(mark => [mark.index, mark.index + mark[0].length] as const)
  return marks.map(([, start], place) => ({ start, text: text.slice(start, marks[place + 1]?.[0] ?? text.length) }))
}

/** Whether it counts up three or more uses that are not to be made: "you will not use it (i) to …, (ii) for …, (iii) in …". */
export const countsUses = (text: string): boolean =>
  /\bnot (?:to )?(?:be )?used?\b[^.;(]{0,60}\(/.test(text) && countedIn(text).length >= 3

/** a line that says of what stands under it that it is forbidden */
export const LISTED: RegExp =
  /^\W*(?:you|users|licensees) (?:may|must|can|shall) ?not\W*$|^(?:以下|下列)[^。；：]{0,16}(?:禁止|不允许|严禁)[:：]?$|^(?:\W|\d)*what (?:you|users|licensees) (?:can't|cannot|may not|must not) do\W*$|^\W*(?:not (?:allowed|permitted)|prohibited|forbidden|banned|off[- ]limits)\b ?(?:\||$)|^\W*(?:\d+[.)]? )?(?:strictly|absolutely|expressly|explicitly) (?:prohibited|forbidden|banned)\b(?: \([^()]{1,40}\))?\W*$|\b(?:prohibited|restricted|forbidden|disallowed|banned|unacceptable) (?:uses?|applications?|activities|purposes|conduct)\b[^.]{0,60}(?:\b(?:include|are)\b|:)|^(?:\W|\d)*(?:prohibited|restricted|forbidden|disallowed|banned|unacceptable) (?:uses?|applications?|activities|conduct)(?: of (?:the |our |this )?[\w-]{2,20})?\W*$|^\W*(?:strictly |absolutely )?(?:prohibited|forbidden)(?: \([^)]{0,40}\))?\W*$|\b(?:uses?|applications?|activities|purposes)\b[^.]{0,60}\b(?:are|is) (?:off[- ]limits|banned|barred|ruled out|excluded|not (?:allowed|permitted|acceptable)|prohibited|forbidden)\b|[:：]["')]*$|禁止[^。]{0,20}[:：]$/
