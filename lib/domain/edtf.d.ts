/** The part of the edtf package we use: a parsed expression knows the first and last millisecond it may mean (±Infinity when open). */
declare module 'edtf' {
  export default function edtf(expression: string): {
    readonly min: number
    readonly max: number
    readonly type: string
  }
}
