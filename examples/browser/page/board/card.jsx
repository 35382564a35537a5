/**
 * @param {object} card
 * @param {string} card.id
 * @param {string} card.title
 * @param {string} card.action What its button says.
 * @param {() => void} card.onAction
 * @param {import('react').ReactNode} card.children
 */
export function Card({ id, title, action, onAction, children }) {
  return (
    <section className="card" data-card={id}>
      <h2>{title}</h2>
      {/* Read out by a screen reader when it changes. */}
      <div className="state" aria-live="polite">
        {children}
      </div>
      <button type="button" onClick={onAction}>
        {action}
      </button>
    </section>
  );
}
