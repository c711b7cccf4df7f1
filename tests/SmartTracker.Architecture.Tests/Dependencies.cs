using System.Reflection;
using System.Reflection.Emit;

namespace SmartTracker.Architecture.Tests;

/// <summary>Every type that a type mentions: in its declaration, its members' signatures and the code of its methods.</summary>
internal static class Dependencies
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) => Mentioned(type).SelectMany(Parts).Distinct();

    /// <summary>Every type, method and field that the code of a type's methods names.</summary>
    public static IEnumerable<MemberInfo> MembersUsedBy(Type type) => Methods(type).SelectMany(MembersUsedIn).Distinct();

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));

    private static IEnumerable<Type> Mentioned(Type type)
    {
        if (type.BaseType is not null)
            yield return type.BaseType;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
        foreach (var attribute in type.GetCustomAttributesData())
            yield return attribute.AttributeType;
        foreach (var field in type.GetFields(All))
            yield return field.FieldType;
        foreach (var method in Methods(type))
        {
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
            if (method is MethodInfo { ReturnType: var answer })
                yield return answer;
            foreach (var used in UsedIn(method))
                yield return used;
        }
    }

    private static IEnumerable<Type> UsedIn(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var member in MembersUsedIn(method))
        {
            if ((member as Type ?? member.DeclaringType) is { } used)
                yield return used;
        }
    }

    private static IEnumerable<MemberInfo> MembersUsedIn(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        var code = body.GetILAsByteArray()!;
        for (var i = 0; i < code.Length;)
        {
            var value = code[i] == 0xFE ? unchecked((short)(0xFE00 | code[i + 1])) : code[i];
            var operation = OpCodesByValue[value];
            i += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(code, i),
                    method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null);
                if (member is not null)
                    yield return member;
            }

            i += OperandSize(operation, code, i);
        }
    }

    private static int OperandSize(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };

    /// <summary><c>List&lt;Printer[]&gt;</c> mentions List and Printer.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
