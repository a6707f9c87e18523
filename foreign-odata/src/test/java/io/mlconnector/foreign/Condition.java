package io.mlconnector.foreign;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.http.HttpStatusCode;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;

/** Evaluates a filter for one row. */
final class Condition implements ExpressionVisitor<Object> {

    private static final String NOTHING = "";

    private final Entity row;

    Condition(Entity row) {
        this.row = row;
    }

    @Override
    public Object visitBinaryOperator(BinaryOperatorKind operator, Object left, Object right)
            throws ODataApplicationException {
        return switch (operator) {
            case AND -> (Boolean) left && (Boolean) right;
            case OR -> (Boolean) left || (Boolean) right;
            case EQ -> equal(left, right);
            case NE -> !equal(left, right);
            case GE -> compare(left, right) >= 0;
            case GT -> compare(left, right) > 0;
            case LE -> compare(left, right) <= 0;
            case LT -> compare(left, right) < 0;
            default -> throw notSupported(operator.name());
        };
    }

    /** F&O takes an asterisk in a text for any text. */
    private static boolean equal(Object left, Object right) {
        if (!(left instanceof String text && right instanceof String pattern && pattern.contains("*"))) {
            return compare(left, right) == 0;
        }
        String expression =
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    static int compare(Object left, Object right) {
        if (left instanceof Instant one && right instanceof Instant other) {
            return one.compareTo(other);
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return left.toString().compareToIgnoreCase(right.toString());
    }

    @Override
    public Object visitLiteral(Literal literal) {
        String text = literal.getText();
        if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        return text.toLowerCase(Locale.ROOT).endsWith("z") ? Instant.parse(text) : new BigDecimal(text);
    }

    @Override
    public Object visitMember(Member member) {
        String name = ((UriResourceProperty)
                        member.getResourcePath().getUriResourceParts().get(0))
                .getProperty()
                .getName();
        return value(row.getProperty(name).getValue());
    }

    static Object value(Object value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (value) {
            case Timestamp time -> time.toInstant();
            case java.util.Calendar calendar -> calendar.toInstant();
            case Number number -> new BigDecimal(number.toString());
            default -> value;
        };
    }

    @Override
    public Object visitUnaryOperator(UnaryOperatorKind operator, Object operand) throws ODataApplicationException {
        throw notSupported(operator.name());
    }

    @Override
    public Object visitMethodCall(MethodKind method, List<Object> parameters) throws ODataApplicationException {
        throw notSupported(method.name());
    }

    @Override
    public Object visitLambdaExpression(String function, String variable, Expression expression)
            throws ODataApplicationException {
        throw notSupported(function);
    }

    @Override
    public Object visitAlias(String alias) throws ODataApplicationException {
        throw notSupported(alias);
    }

    @Override
    public Object visitTypeLiteral(EdmType type) throws ODataApplicationException {
        throw notSupported(type.getName());
    }

    @Override
    public Object visitLambdaReference(String variable) throws ODataApplicationException {
        throw notSupported(variable);
    }

    @Override
    public Object visitEnum(EdmEnumType type, List<String> values) throws ODataApplicationException {
        throw notSupported(type.getName());
    }

    @Override
    public Object visitBinaryOperator(BinaryOperatorKind operator, Object left, List<Object> right)
            throws ODataApplicationException {
        throw notSupported(operator.name());
    }

    private static ODataApplicationException notSupported(String what) {
        return new ODataApplicationException(
                what + " is not supported", HttpStatusCode.NOT_IMPLEMENTED.getStatusCode(), Locale.ROOT);
    }
}
