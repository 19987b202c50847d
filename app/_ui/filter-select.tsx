type Props = {
  id: string
  name: string
  label: string
  /** What no choice is called. */
  any: string
  value: string | null
  choices: readonly { value: string; label: string }[]
}

/** One filter of a list that lives in the address: a choice, or none. */
export const FilterSelect = ({ id, name, label, any, value, choices }: Props) => (
  <label className="f" htmlFor={id}>
    <span>{label}</span>
    <select key={value} id={id} name={name} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {choices.map((it) => (
        <option key={it.value} value={it.value}>
          {it.label}
        </option>
      ))}
    </select>
  </label>
)
