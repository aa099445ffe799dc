/** A PDF with a page for each list of lines. */
export const pdf = (...pages: readonly (readonly string[])[]): string =>
  pdfOf(pages.map(lines => `BT /F1 12 Tf 72 720 Td 14 TL ${lines.map(line => `(${line}) Tj T*`).join(' ')} ET`))

/** A PDF with a page for each stream, in Latin-1, and what is said of these. */
export function pdfOf(pages: readonly string[], streams = ''): string {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (const [at, words] of pages.entries()) {
    const font = '/Resources << /Font << /F1 3 0 R >> >>'
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${font} /Contents ${5 + 2 * at} 0 R >>`)
    objects.push(`<< /Length ${words.length} ${streams} >>\nstream\n${words}\nendstream`)
  }
  let out = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return `${out}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
}
