/** A key as it is printed on a button; the button's own name does not change with it. */
export const Kbd = ({ children }: { children: string }) => (
  <span aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
)
