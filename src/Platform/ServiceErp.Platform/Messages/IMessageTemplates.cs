namespace ServiceErp.Platform.Messages;

/// <summary>A message ready to be sent.</summary>
/// <param name="Subject">First line; empty for text messages.</param>
/// <param name="Body">Plain text.</param>
public sealed record MessageText(string Subject, string Body);

/// <summary>
/// The wording of messages per language (REC-7). A module ships it as files <c>Templates/{key}.{en,ru,es,ko}.txt</c>: a first line <c>Subject: …</c> (left out for text
/// messages), an empty line, the body; values stand in braces, such as <c>{Number}</c>. An administrator may write another wording. What is not there in a language is in English.
/// </summary>
public interface IMessageTemplates
{
    /// <summary>The message with its values in place.</summary>
    /// <param name="key">The file's name without language, such as <c>order-ready</c>.</param>
    /// <param name="language">en, ru, es or ko; anything else is taken for en.</param>
    /// <param name="values">An object with a property, or a dictionary with an entry, for each value the English file names. Days and numbers are written as the language does; a line of the body with a value that is null is left out.</param>
    /// <exception cref="ArgumentException">There is no such template, or a value is missing: a mistake of the module.</exception>
    MessageText Render(string key, string language, object values);
}
