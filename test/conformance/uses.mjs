// Whether "can I use it commercially" agrees with the readers: never yes where the terms are non-commercial, and yes where
// they are open. One line for each; the names of those that differ only of rows that may be read.

/** Prints both counts; `both(label, list, holds)` prints one line for rows tuned to and rows only checked. */
export function measureUses(results, both, isCheck) {
  const answered = results.filter(({ report }) => report)
  const restricted = answered.filter(
    ({ row }) => /^non-commercial\b/.test(row.weights_class) && row.g7_term === 'weights-available-ai',
  )
  const open = answered.filter(({ row }) => /^open-/.test(row.g7_term) && row.confidence === 'sure')
  const isYes = one => commercial(one)?.answer === 'yes'
  both('commercial use: yes, non-commercial rows', restricted, isYes)
  both('commercial use: yes, open rows, sure', open, isYes)
  const answers = ['yes', 'if', 'no', 'unknown']
  const lines = [...new Set(answered.flatMap(({ report }) => (report.uses ?? []).map(({ use }) => use)))].map(id => {
    const rows = answered.flatMap(({ report }) => report.uses?.filter(({ use }) => use === id) ?? [])
    return `  ${id.padEnd(16)}${answers.map(answer => `${answer} ${rows.filter(row => row.answer === answer).length}`.padEnd(13)).join('')}`
  })
  return () => {
    console.log(`\ncan I ...: answers of all rows\n${lines.join('\n')}`)
    const wrong = [...restricted.filter(isYes), ...open.filter(one => !isYes(one))].filter(one => !isCheck(one))
    console.log(`\n${wrong.length} disagreements on commercial use, of the rows that may be read`)
    for (const one of wrong) {
      const { answer = 'not asked', says = '', clause = null } = commercial(one) ?? {}
      console.log(
        `  ${one.row.dir}: ${one.row.g7_term}, ${one.row.weights_class}; unwash: ${answer} (${says}${clause ? `, ${clause}` : ''})`,
      )
    }
  }
}

const commercial = ({ report }) => report.uses?.find(({ use }) => use === 'commercial')
