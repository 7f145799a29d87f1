using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>One term of a rule's <c>match</c>.</summary>
/// <param name="Slot">The place of its variable in a <see cref="Frame"/>.</param>
/// <param name="Type">The fact type it goes over.</param>
/// <param name="Conditions">The top-level conjuncts of its <c>where</c>.</param>
internal abstract record MatchTerm(int Slot, FactType Type, IReadOnlyList<Bound> Conditions);

/// <summary><c>VARIABLE: FactType</c>: holds for each fact for which all conditions are certainly true.</summary>
internal sealed record FactTerm(int Slot, FactType Type, IReadOnlyList<Bound> Conditions) : MatchTerm(Slot, Type, Conditions);

/// <summary><c>not:</c> holds where for no fact all conditions are possibly true.</summary>
internal sealed record NotTerm(int Slot, FactType Type, IReadOnlyList<Bound> Conditions) : MatchTerm(Slot, Type, Conditions);

/// <summary><c>group:</c> holds for each list of facts that fulfil the conditions and have equal keys.</summary>
/// <param name="Keys">What the facts of one group have in common; facts of which a key is not exactly known are in no group.</param>
internal sealed record GroupTerm(int Slot, FactType Type, IReadOnlyList<Bound> Conditions, IReadOnlyList<Bound> Keys) : MatchTerm(Slot, Type, Conditions);
