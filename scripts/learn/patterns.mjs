// Sentences made of parts (knowledge/examples/patterns.yml): each pattern is filled in the same few ways each time.

/** so many sentences of each pattern: more say the same again */
const FILLED = 8

/** Each sentence with the pattern that it is made of. */
export function sentencesOf(patterns) {
  const sentences = []
  for (const [language, { takes, harmless, ...parts }] of Object.entries(patterns))
    for (const [says, list] of Object.entries({ takes, harmless }))
      list.forEach((pattern, number) => {
        const filled = new Set()
        for (let time = 0; time < FILLED; time++) {
          let turn = number * 31 + time * 7
          filled.add(
            pattern.replace(/\{(\w+)\}/g, (_, part) => {
              const words = parts[part]
              if (words === undefined) throw new Error(`patterns.yml, ${language}: no part is called "${part}"`)
              turn += 5 + time
              return words[turn % words.length]
            }),
          )
        }
        for (const text of filled) sentences.push({ text, says, key: `${language} ${pattern}` })
      })
  return sentences
}
