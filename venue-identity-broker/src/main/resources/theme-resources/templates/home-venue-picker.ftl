<#import "template.ftl" as layout>
<#import "venue-card.ftl" as card>
<#global auth = "">
<#assign found = picker.found()>
<#macro choice venue focused=false>
<button type="submit" name="venue" value="${venue.alias()}" class="il-venue"<#if focused> autofocus</#if>><@card.venue venue=venue /></button>
</#macro>
<#macro nothingFound>
<p class="il-none">${msg("interlieux.picker.none")}</p>
<ul class="il-tips">
    <li>${msg("interlieux.picker.tip.less")}</li>
    <li>${msg("interlieux.picker.tip.other")}</li>
    <li>${msg("interlieux.picker.tip.ask")}</li>
</ul>
<button type="submit" name="all" value="on" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.all")}</button>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("interlieux.picker.title")}
    <#elseif section = "form">
    <#if message?has_content>
    <div id="venue-message" class="${properties.kcAlertClass!} pf-m-${(message.type = 'error')?then('danger', message.type)}" role="${(message.type = 'error')?then('alert', 'status')}">
        <div class="${properties.kcAlertIconClass!}"><span class="${(message.type = 'error')?then(properties.kcFeedbackErrorIcon!, properties.kcFeedbackSuccessIcon!)}" aria-hidden="true"></span></div>
        <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${message.summary}</span>
    </div>
    </#if>
    <form id="venue-choice" class="il-picker" action="${url.loginAction}" method="post"
          data-venues="${picker.script().venuesPath()}"
          data-one="${msg("interlieux.picker.found.one")}"
          data-many="${msg("interlieux.picker.found.many", "{0}")}"
          data-part="${msg("interlieux.picker.part", "{0}", "{1}", "{2}")}"
          data-failed="${msg("interlieux.picker.failed")}">
        <#-- Enter in the search field presses the first button of the form: this one, and never a venue. -->
        <button type="submit" name="find" value="on" tabindex="-1" aria-hidden="true" style="border:0;height:0;min-height:0;padding:0;position:absolute;width:0"></button>
        <#if picker.fromAddress()?has_content>
        <section class="il-known" aria-labelledby="from-address">
            <h2 id="from-address">${msg("interlieux.picker.fromAddress")}</h2>
            <ul class="il-venues" role="list">
                <#list picker.fromAddress() as venue>
                <li><@choice venue=venue focused=venue?is_first /></li>
                </#list>
            </ul>
        </section>
        </#if>
        <#if picker.recent()?has_content>
        <section class="il-known" aria-labelledby="recent">
            <h2 id="recent">${msg("interlieux.picker.recent")}</h2>
            <ul class="il-venues" role="list">
                <#list picker.recent() as venue>
                <li class="il-recent">
                    <@choice venue=venue />
                    <button type="submit" name="forget" value="${venue.alias()}" class="il-forget" aria-label="${msg("interlieux.picker.forget", venue.name())}" title="${msg("interlieux.picker.forget", venue.name())}"><span aria-hidden="true">×</span></button>
                </li>
                </#list>
            </ul>
        </section>
        </#if>
        <div id="venue-search" class="il-search" role="search">
            <#if picker.hasKnown()>
            <h2>${msg("interlieux.picker.another")}</h2>
            </#if>
            <label for="q" class="${properties.kcFormLabelClass!}">${msg("interlieux.picker.search")}</label>
            <div class="il-search-row">
                <span class="${properties.kcInputClass!}">
                    <#-- As long as an address may be. -->
                    <input id="q" name="q" type="text" value="${found.search()}" maxlength="254" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="q-help">
                </span>
                <button type="submit" name="find" value="on" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.find")}</button>
            </div>
            <p id="q-help" class="il-help">${msg("interlieux.picker.help")}</p>
        </div>
        <label class="il-remember"><input type="checkbox" name="remember" value="on"<#if picker.remember()> checked</#if>><span>${msg("interlieux.picker.remember")}</span></label>
        <p id="venue-count" class="il-count" role="status"><#if found.venues()?has_content><#if found.previous() gte 0 || found.next() gte 0>${msg("interlieux.picker.part", found.first() + 1, found.last(), found.total())}<#elseif found.total() == 1>${msg(found.search()?has_content?then("interlieux.picker.found.one", "interlieux.picker.one"))}<#else>${msg(found.search()?has_content?then("interlieux.picker.found.many", "interlieux.picker.many"), found.total())}</#if></#if></p>
        <div id="no-venue" role="alert"><#if !found.venues()?has_content><@nothingFound /></#if></div>
        <template id="nothing-found"><@nothingFound /></template>
        <div id="venue-options" class="il-venues" role="listbox" aria-label="${msg("interlieux.picker.venues")}" hidden></div>
        <div id="more-options" class="il-pages" hidden><button type="button" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.more")}</button></div>
        <div id="venue-pages">
            <#if found.venues()?has_content>
            <ul class="il-venues" role="list" aria-label="${msg("interlieux.picker.venues")}">
                <#list found.venues() as venue>
                <li><@choice venue=venue /></li>
                </#list>
            </ul>
            </#if>
            <#if found.previous() gte 0 || found.next() gte 0>
            <div class="il-pages">
                <#if found.next() gte 0>
                <button type="submit" id="next-venues" name="first" value="${found.next()?c}" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.more")}</button>
                </#if>
                <#if found.previous() gte 0>
                <button type="submit" id="previous-venues" name="first" value="${found.previous()?c}" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.previous")}</button>
                </#if>
            </div>
            </#if>
        </div>
    </form>
    <form class="il-own-account" action="${url.loginAction}" method="post">
        <button type="submit" id="own-account" name="own-account" value="on" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.picker.ownAccount")}</button>
    </form>
    <script type="module" src="${url.resourcesPath}/js/home-venue-picker.js?${picker.script().version()}"></script>
    </#if>
</@layout.registrationLayout>
