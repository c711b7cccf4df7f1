using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SmartTracker.Shell.Data;

/// <summary>How the rows of an entity are written, read once from EF's model with its conversions.</summary>
internal sealed class BulkTable<T>
    where T : class
{
    private const string Annotation = "SmartTracker:BulkTable";

    private BulkTable(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table) ?? throw new NotSupportedException($"{typeof(T).Name} has no table.");
        Name = $"\"{table.Name}\"";
        Columns = [.. entity.GetProperties().Select(BulkColumn<T>.Of)];
        ColumnNames = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName(table)}\""));
    }

    public string Name { get; }

    public string ColumnNames { get; }

    public BulkColumn<T>[] Columns { get; }

    public static BulkTable<T> Of(IModel model)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new NotSupportedException($"{typeof(T).Name} is not in the model.");
        return entity.GetOrAddRuntimeAnnotationValue<BulkTable<T>, IEntityType>(Annotation, found => new BulkTable<T>(found!), entity);
    }
}

internal abstract class BulkColumn<T>
{
    /// <summary>For a parameter.</summary>
    public abstract object Value(T row);

    public abstract void Write(PostgresCopy copy, T row);

    public static BulkColumn<T> Of(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        Expression value = Expression.Property(row, property.PropertyInfo ?? throw new NotSupportedException($"{property.Name} is no property of {typeof(T).Name}."));
        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var known = isNullable ? Expression.Property(value, nameof(Nullable<>.Value)) : value;
        if (property.GetTypeMapping().Converter is { } converter)
            known = Expression.Invoke(converter.ConvertToProviderExpression, known);

        var isNull = isNullable ? Expression.Not(Expression.Property(value, nameof(Nullable<>.HasValue)))
            : value.Type.IsValueType ? (Expression)Expression.Constant(false)
            : Expression.ReferenceEqual(value, Expression.Constant(null));
        return (BulkColumn<T>)Activator.CreateInstance(
            typeof(TypedColumn<>).MakeGenericType(typeof(T), known.Type),
            Expression.Lambda<Predicate<T>>(isNull, row).Compile(),
            Expression.Lambda(typeof(Func<,>).MakeGenericType(typeof(T), known.Type), known, row).Compile())!;
    }

    private sealed class TypedColumn<TValue>(Predicate<T> isNull, Func<T, TValue> read) : BulkColumn<T>
        where TValue : notnull
    {
        private readonly Action<PostgresCopy, TValue> _write = (Action<PostgresCopy, TValue>)Writer(typeof(TValue));

        public override object Value(T row) => isNull(row) ? DBNull.Value : read(row);

        public override void Write(PostgresCopy copy, T row)
        {
            if (isNull(row))
                copy.Null();
            else
                _write(copy, read(row));
        }
    }

    private static Delegate Writer(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => new Action<PostgresCopy, string>((copy, value) => copy.Value(value)),
        TypeCode.Int32 => new Action<PostgresCopy, int>((copy, value) => copy.Value(value)),
        TypeCode.Int64 => new Action<PostgresCopy, long>((copy, value) => copy.Value(value)),
        TypeCode.Boolean => new Action<PostgresCopy, bool>((copy, value) => copy.Value(value)),
        TypeCode.DateTime => new Action<PostgresCopy, DateTime>((copy, value) => copy.Value(value)),
        _ when type == typeof(Guid) => new Action<PostgresCopy, Guid>((copy, value) => copy.Value(value)),
        _ when type == typeof(DateOnly) => new Action<PostgresCopy, DateOnly>((copy, value) => copy.Value(value)),
        _ when type == typeof(byte[]) => new Action<PostgresCopy, byte[]>((copy, value) => copy.Value(value)),
        _ => throw new NotSupportedException($"{type.Name} is not written in bulk."),
    };
}
