type Props = { it: { id: string; version: number; ref: string }; mayPick: boolean; label: string }

/** The short name of a row and, where something can be done with several, the box that chooses it. */
export const PickBox = ({ it, mayPick, label }: Props) =>
  mayPick ? (
    <label className="check">
      <input type="checkbox" name="pick" value={`${it.id}:${it.version}:${it.ref}`} aria-label={label} />
      <span className="mono">{it.ref}</span>
    </label>
  ) : (
    <span className="mono">{it.ref}</span>
  )
