export function seeded(seed: number): () => number
export function rewrapped(text: string, random: () => number): string
export function replaced(text: string, random: () => number): string
export function pasted(text: string, random: () => number): string
