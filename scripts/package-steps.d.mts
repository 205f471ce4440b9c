export function stepsOfANewcomer(when?: readonly string[], more?: readonly string[]): readonly (readonly string[])[];
