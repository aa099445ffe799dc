export interface Asked {
  readonly kind: string
  readonly raw?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly chunked?: boolean
}
export function hostile(count: number, which?: { readonly yaml?: boolean }): Generator<Asked>
export function ask(port: number, asked: Omit<Asked, 'kind'>): Promise<number | null>
export function isAnswer(status: number | null): boolean
export function hangUp(): void
