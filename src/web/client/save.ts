/** Gives something that was made in the page to whoever asked for it, as a file. */
export function saveAs(name: string, content: Blob | string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content]))
  link.download = name
  link.click()
  // the browser has it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
