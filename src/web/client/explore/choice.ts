/** as many as stand side by side */
const MOST = 5

/** Lets no more releases be chosen than can be compared, and says how many are. */
export function limitChoice(place: HTMLElement): void {
  const boxes = [...place.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=release]')]
  const button = place.querySelector<HTMLButtonElement>('button[type=submit]')
  if (boxes.length === 0 || !button) return
  const label = button.textContent ?? ''
  const look = () => {
    const chosen = boxes.filter(box => box.checked).length
    for (const box of boxes) box.disabled = !box.checked && chosen >= MOST
    button.disabled = chosen < 2
    button.textContent = chosen === 0 ? label : `${label} (${chosen})`
  }
  place.addEventListener('change', look)
  // a browser that comes back keeps what was chosen
  addEventListener('pageshow', look)
  look()
}
