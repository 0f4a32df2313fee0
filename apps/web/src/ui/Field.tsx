import { ChevronDown, CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";
import styles from "./Field.module.css";
import { classNames } from "./class-names";

type FieldFrame = {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place itself says what belongs in it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Stands at the label's end: a count, a link. */
  aside?: ReactNode;
  className?: string;
};
type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A label above, a hint or an error below, and both tied to the control for screen readers. */
export function Field({ label, labelHidden, hint, error, aside, className, children }: FieldFrame & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const describedBy = error || hint ? `${id}-note` : undefined;
  return (
    <div className={classNames(styles.field, className)}>
      <div className={classNames(styles.head, labelHidden && !aside && "visually-hidden")}>
        <label htmlFor={id} className={classNames(styles.label, labelHidden && "visually-hidden")}>{label}</label>
        {aside ? <span className={styles.aside}>{aside}</span> : null}
      </div>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error || hint ? <FieldNote id={`${id}-note`} hint={hint} error={error} /> : null}
    </div>
  );
}

export function FieldNote({ id, hint, error }: { id?: string; hint?: ReactNode; error?: string | null | undefined }) {
  return (
    <p id={id} className={classNames(styles.note, error ? styles.error : null)}>
      {error ? <CircleAlert aria-hidden /> : null}
      {error ?? hint}
    </p>
  );
}

export function TextField({ label, labelHidden, hint, error, aside, className, inputClassName, ...input }: FieldFrame & { inputClassName?: string } & Omit<ComponentProps<"input">, "className">) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside} className={className}>
      {(control) => <input {...control} {...input} className={classNames(styles.control, inputClassName)} />}
    </Field>
  );
}

export function TextAreaField({ label, labelHidden, hint, error, aside, className, inputClassName, ...input }: FieldFrame & { inputClassName?: string } & Omit<ComponentProps<"textarea">, "className">) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside} className={className}>
      {(control) => <textarea {...control} {...input} className={classNames(styles.control, styles.area, inputClassName)} />}
    </Field>
  );
}

/** The device's own list of choices: best on a phone, and by keyboard. */
export function SelectField({ label, labelHidden, hint, error, aside, className, children, ...input }: FieldFrame & Omit<ComponentProps<"select">, "className">) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <span className={styles.selectFrame}>
          <select {...control} {...input} className={classNames(styles.control, styles.select)}>{children}</select>
          <ChevronDown aria-hidden />
        </span>
      )}
    </Field>
  );
}
